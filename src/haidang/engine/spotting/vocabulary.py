"""The words that the rules look for, written by us: Vietnamese with marks (found untoned too) and English.

`=` before a phrase: only with its marks, because without them it is another common word.
"""

# What begins inside one of these means something else: `cơ sở y tế` is no Department of Health.
VOID = (
    "cơ sở", "tăng trưởng", "tăng cường", "gia tăng sức mạnh", "gây bức xúc", "gây phẫn nộ", "bắt đầu",
    "bắt kịp", "bắt buộc", "bắt nguồn", "bắt tay", "nổ lực", "nổi tiếng", "cháy bỏng", "bán cháy hàng",
    "đạt điểm", "phạt đền", "đá phạt", "chết lặng", "mê chết", "chết cười", "cầu thủ", "fire sale",
    "no fire", "great britain", "great wall", "giảm cân", "giảm béo",
    "không cần phải", "cho nên", "trở nên", "tạo nên", "gây nên",
    "làm nên", "chúng tôi", "trẻ em", "anh em", "chị em", "con em", "đàn em", "của mình", "của tôi", "đáp án",
)  # fmt: skip

# Harm to life, health, public safety; and words that make people run.
HARM = (
    "sập", "đổ sập", "sụp", "sạt lở", "vỡ đê", "vỡ đập", "tràn đê", "cháy", "cháy lớn", "hỏa hoạn", "nổ",
    "phát nổ", "chìm", "lật tàu", "lật ghe", "chết", "tử vong", "thiệt mạng", "=chết đuối", "đuối nước",
    "mất tích", "bị thương", "thương vong", "tai nạn", "rơi xuống sông", "rơi xuống biển", "ngộ độc",
    "nhiễm độc", "độc hại", "chất cấm", "kháng sinh", "nhiễm khuẩn", "dịch bệnh", "bùng dịch", "ổ dịch",
    "sốt xuất huyết", "tay chân miệng", "tả lợn châu phi", "dịch tả", "cúm gia cầm", "lây lan", "cách ly",
    "phong tỏa", "ô nhiễm", "nước bẩn", "rò rỉ", "xả thải", "cá chết", "bắt cóc", "cướp", "đâm", "giết",
    "bạo loạn", "biểu tình", "sóng thần", "động đất", "siêu bão", "vòi rồng", "lốc xoáy", "triều cường",
    "vỡ nợ", "rút tiền", "mất điện", "cúp điện", "cắt điện", "cắt nước", "di dời khẩn cấp", "sơ tán",
    "hoảng loạn", "collapse", "collapsed", "collapses", "explosion", "exploded", "fire", "flood", "flooded",
    "killed", "dead", "dies", "died", "deaths", "injured", "missing", "poisoned", "poisoning", "toxic",
    "contaminated", "contamination", "outbreak", "epidemic", "quarantine", "infected", "evacuate",
    "evacuated", "evacuation", "earthquake", "tsunami", "drowned", "sank", "capsized", "kidnapped", "riot",
    "panic", "blackout", "antibiotics", "leak",
    "ngập", "ngập lụt", "ngập sâu", "nước ngập", "=lũ", "=nứt", "sụt lún", "bị gãy", "=gãy", "cầu gãy",
    "bể đê", "=rớt", "rớt xuống", "nhập viện", "cấp cứu", "hàn the", "lừa đảo", "giả danh", "chiếm đoạt",
    "mất tiền", "thực phẩm bẩn", "hóa chất độc", "thủy đậu", "ca sởi", "bệnh dại", "chó dại", "điện giật",
    "nhiễm mặn", "phá sản", "thuốc giả", "hàng giả", "sốt cao", "co giật", "ngất xỉu", "đổ bộ", "tôm chết",
    "đổi màu", "scam", "swindled", "hospitalised", "hospitalized", "rabies", "measles", "counterfeit",
    "tsunami warning", "electrocuted",
)  # fmt: skip

# Something happened, was done or was decided: it can be checked.
EVENT = (
    "sập", "sạt lở", "cháy", "nổ", "chìm", "rơi xuống", "lật", "=vỡ", "va chạm", "đâm vào", "xảy ra",
    "phát hiện", "bắt giữ", "bắt", "khởi tố", "xử phạt", "phạt", "=kết án", "tạm giam", "khởi công",
    "khánh thành", "thông xe", "hoàn thành", "đóng cửa", "mở cửa", "cấm", "cấm xe", "ngừng", "tạm dừng",
    "=dừng", "hủy", "thu hồi", "cưỡng chế", "giải tỏa", "bồi thường", "thu phí", "mua vé", "tăng giá",
    "giảm giá điện", "tăng", "giảm", "bán ra", "nhập khẩu", "xuất khẩu", "trả về", "trả lại", "ký kết",
    "ban hành", "phê duyệt", "quyết định", "công bố", "thông báo", "ra mắt", "tổ chức", "diễn ra",
    "sáp nhập", "bổ nhiệm", "miễn nhiệm", "từ chức", "đầu tư", "cấp phép", "rút giấy phép", "phá sản",
    "nợ lương", "nghỉ học", "cho nghỉ", "dời sang", "=dời", "đạt", "vượt", "chiếm", "thiệt hại", "tử vong",
    "thiệt mạng", "chết", "bị thương", "mất tích", "nhiễm", "ngộ độc", "đến thăm", "huỷ chuyến",
    "không sập", "được xây", "xây dựng", "lấn chiếm", "bị mất", "mất điện", "cúp điện", "ghi nhận",
    "collapsed", "collapse", "collapses", "fell", "happened", "occurred", "arrested", "fined", "banned",
    "bans", "closed", "closes", "opened", "opens", "suspended", "cancelled", "canceled", "cancels",
    "stopped", "halted", "returned", "rejected", "approved", "signed", "announced", "announces", "launched",
    "issued", "increased", "rose", "decreased", "dropped", "exported", "imported", "sold", "built",
    "destroyed", "killed", "died", "injured", "found", "detected", "recorded", "reached", "merged",
    "appointed", "resigned", "recalled", "evacuated", "charged", "sentenced", "paid", "costs",
    "will charge", "will close", "must pay",
    "bị gãy", "=gãy", "=rớt", "sụt lún", "ngập", "nhập viện", "cấp cứu", "thu giữ", "tịch thu", "tạm giữ",
    "kết luận", "thừa nhận", "được miễn", "miễn học phí", "bị khóa", "khóa tài khoản", "còn nợ", "chi trả",
    "giải ngân", "triển khai", "đưa vào hoạt động", "đưa vào sử dụng", "vận hành", "khai trương", "lắp đặt",
    "sửa chữa", "nâng cấp", "mở rộng", "mở thêm", "mở tuyến", "chạy thí điểm", "thí điểm", "bàn giao",
    "tiếp nhận", "trao tặng", "nhận được", "thu hoạch", "xét nghiệm", "kiểm tra", "thanh tra", "truy tố",
    "xét xử", "tuyên phạt", "đình chỉ", "tước giấy phép", "hợp nhất", "đấu giá", "áp dụng", "có hiệu lực",
    "tăng lương", "công nhận", "xếp thứ", "giành", "ra quyết định", "có quyết định", "cấp mới",
    "đổi tên", "giả danh", "đổ bộ", "đổi màu", "tràn vào", "mất trắng", "đề nghị tỉnh", "bổ sung",
    "yêu cầu", "hospitalised", "hospitalized", "seized", "confirmed cases", "ordered", "introduced",
    "raised", "cut", "added", "replaced", "admitted", "flooded", "drowned",
)  # fmt: skip

# Public bodies, by the words that begin or are their names.
BODY = (
    "ubnd", "ủy ban nhân dân", "hđnd", "hội đồng nhân dân", "tỉnh ủy", "thành ủy", "huyện ủy", "đảng ủy",
    "sở y tế", "sở xây dựng", "sở tài chính", "sở công thương", "sở giáo dục", "sở nội vụ", "sở tư pháp",
    "sở nông nghiệp", "sở văn hóa", "sở khoa học", "sở ngoại vụ", "sở du lịch", "sở giao thông", "công an",
    "cảnh sát", "bộ đội biên phòng", "biên phòng", "chính phủ", "thủ tướng", "quốc hội", "bộ y tế",
    "bộ xây dựng", "bộ công an", "bộ quốc phòng", "bộ tài chính", "bộ công thương", "bộ nội vụ",
    "bộ ngoại giao", "bộ giáo dục", "bộ nông nghiệp", "cục thuế", "chi cục", "hải quan", "bệnh viện",
    "trường học", "tòa án", "viện kiểm sát", "chủ tịch tỉnh", "ban quản lý", "evn", "điện lực", "cdc",
    "trung tâm y tế", "chính quyền", "lãnh đạo tỉnh", "police", "ministry", "government", "department",
    "people's committee", "authorities", "court", "hospital", "coast guard", "prime minister",
    "national assembly", "customs", "province chairman",
    "đài khí tượng", "trung tâm dự báo", "bảo hiểm xã hội", "ngân hàng nhà nước", "trạm y tế",
    "phòng giáo dục", "đoàn kiểm tra", "đoàn thanh tra", "hội nông dân", "hội phụ nữ", "đoàn thanh niên",
    "mặt trận tổ quốc", "thanh tra tỉnh", "phó chủ tịch", "chủ tịch xã", "chủ tịch ubnd",
    "sở nông nghiệp và môi trường", "kiểm lâm", "quản lý thị trường", "quân khu", "bộ chỉ huy",
)  # fmt: skip

ATTRIBUTION = (
    "theo báo", "cho biết", "cho hay", "thông tin từ", "nguồn tin", "nói rằng", "khẳng định", "xác nhận",
    "tuyên bố", "báo cáo", "dẫn lời", "trích", "nghe nói", "nghe đồn", "nghe tin", "có tin", "lan truyền",
    "theo thống kê", "theo số liệu", "said", "says", "according to", "confirmed", "reported", "reports",
    "claims", "claimed", "stated", "told", "statistics show", "sources say", "rumour", "rumor", "i heard",
    "thừa nhận", "kết luận", "phản ánh", "trên tivi nói", "báo đăng", "được biết", "dẫn nguồn", "ghi nhận",
    "đề nghị", "kiến nghị", "phát bản tin", "dự báo của",
)  # fmt: skip

# Fees, rights and services that touch many people.
MANY_PEOPLE = (
    "thu phí", "lệ phí", "mua vé", "học phí", "viện phí", "bảo hiểm y tế", "trợ cấp", "lương hưu",
    "tiền điện", "tiền nước", "giấy tờ nhà đất", "sổ đỏ", "sổ hồng", "căn cước", "hộ khẩu", "thuế",
    "giá điện", "giá nước", "giá xăng", "nghỉ học", "học sinh", "người dân", "bà con", "nông dân",
    "ngư dân", "thu hồi đất", "giải tỏa", "tái định cư", "đền bù", "hỗ trợ", "fees", "tolls", "tuition",
    "pensions", "allowance", "identity cards", "land certificates", "residents", "pupils", "students",
    "farmers", "fishermen", "taxes", "all vehicles", "compensation", "must pay",
    "hộ dân", "hộ nghèo", "cận nghèo", "thẻ bảo hiểm y tế", "tài khoản ngân hàng", "thủ tục hành chính",
    "sinh trắc học", "hộ kinh doanh", "xuất khẩu lao động", "phụ huynh", "bệnh nhân", "hành khách",
    "tàu cá", "trường học",
)  # fmt: skip

COMPARISON = (
    "nhất nước", "nhất cả nước", "lớn nhất", "cao nhất", "thấp nhất", "nhiều nhất", "ít nhất cả nước",
    "gấp đôi", "gấp ba", "gấp", "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "so với", "đứng đầu",
    "đứng thứ", "xếp hạng", "đứng cuối", "more than", "less than", "higher than", "lower than", "largest",
    "highest", "lowest", "biggest", "twice", "compared with", "compared to", "ranked", "the most",
    "the least",
    "xếp thứ", "thứ nhất", "sâu nhất", "dài nhất", "rẻ hơn", "đắt hơn", "đông hơn", "gấp nhiều lần",
    "phân nửa", "một nửa",
)  # fmt: skip

# Heard from others: a question that carries a rumour is still a claim ("nghe nói cầu sập rồi phải không?").
HEARSAY = (
    "nghe nói", "nghe đồn", "nghe tin", "nghe bảo", "có tin", "có phải", "có thật là", "thiên hạ đồn",
    "đang đồn", "i heard", "is it true", "people say", "they say", "rumour has it", "rumor has it",
    "ai mà không biết", "ai cũng biết", "sao không ai nói", "còn chờ gì", "nghe ns", "nghe nói là",
    "nghe đâu", "người ta đồn", "người ta nói",
)  # fmt: skip

# First person, holding a view.
STANCE = (
    "theo tôi", "theo mình", "theo em", "theo ý tôi", "theo quan điểm", "tôi nghĩ", "mình nghĩ", "em nghĩ",
    "tôi cho rằng", "tôi thấy rằng", "tôi tin", "tôi tin rằng", "cá nhân tôi", "cá nhân mình",
    "quan điểm của tôi", "ý kiến cá nhân", "thiết nghĩ", "tôi đồng ý", "tôi phản đối", "tôi ủng hộ",
    "tôi không đồng ý", "thật lòng mà nói", "tôi cảm thấy", "mình cảm thấy", "in my opinion", "in my view",
    "i think", "i believe", "i feel", "i agree", "i disagree", "i support", "imho", "personally",
    "theo tui", "tui nghĩ", "tui thấy", "tui tin", "tôi thấy", "mình thấy", "em thấy", "với tôi",
    "với mình", "đối với tôi", "ý kiến của tôi", "theo cảm nhận", "tui ủng hộ", "mình ủng hộ",
    "tui không đồng ý", "tôi lo", "tui lo", "mình lo", "tôi thích", "tui thích", "mình thích", "tôi ghét",
    "nói thiệt", "nói thật", "cảm giác như", "hình như", "dường như", "có vẻ như", "có lẽ", "chắc là do",
    "tôi đánh giá", "mình đánh giá", "nhìn chung là",
)  # fmt: skip

# Words that judge. With a body and no fact: criticism; else opinion.
JUDGING = (
    "đáng thất vọng", "thất vọng", "tuyệt vời", "quá chậm", "quá tệ", "tệ hại", "tồi tệ", "kém cỏi",
    "yếu kém", "vô cảm", "vô trách nhiệm", "tắc trách", "đáng xấu hổ", "xấu hổ", "đáng trách", "đáng khen",
    "đáng buồn", "bất công", "vô lý", "khó hiểu", "ngớ ngẩn", "=dở", "quá đắt", "quá đẹp", "đẹp quá",
    "tệ quá", "chán quá", "chậm quá", "không thể chấp nhận",
    "lẽ ra", "đáng lẽ", "nên xem lại", "disappointing", "terrible",
    "awful", "wonderful", "shame", "shameful", "disgrace", "incompetent", "useless", "ridiculous",
    "unacceptable", "beautiful", "too slow", "should be", "should have", "ought to", "unfair", "stupid",
)  # fmt: skip

# Whoever grades a thing by these judges it: `quá chậm`, `rất tệ`, `đẹp lắm`. Facts (`rất cao`) are not here.
_DEGREES_BEFORE = (
    "quá",
    "rất",
    "thật",
    "thật là",
    "quá là",
    "quá ư",
    "cực kỳ",
    "vô cùng",
    "hơi",
    "khá",
    "hết sức",
    "đúng là",
)
_DEGREES_AFTER = ("quá", "lắm", "thật", "ghê", "kinh khủng", "hết sức", "dữ", "quá trời", "hết chỗ nói")
_VALUES = (
    "chậm chạp", "tệ", "xấu", "đẹp", "hay", "đắt đỏ", "phiền", "phiền phức", "vô lý", "hợp lý", "đáng tiếc", "tuyệt",
    "chán", "buồn", "vui", "thú vị", "hấp dẫn", "ấn tượng", "đáng sợ", "lãng phí", "rườm rà", "nhiêu khê", "cẩu thả",
    "thờ ơ", "chu đáo", "tận tình", "nhiệt tình", "thân thiện", "dễ thương", "tử tế", "xứng đáng", "công bằng",
    "sáng suốt", "bất tiện", "tiện lợi", "ngon", "dễ chịu", "khó chịu", "yên bình", "thơ mộng", "nhếch nhác",
    "lộn xộn", "luộm thuộm", "kém", "yếu", "hời hợt", "hình thức", "máy móc", "lạc hậu", "đáng mừng", "đáng lo",
    "đáng nể", "tuyệt vời", "tồi", "chán đời", "thất vọng", "xuất sắc", "đáng quý", "ý nghĩa", "hào phóng",
    "nghiêm túc",
)  # fmt: skip
GRADING = (
    *(f"{degree} {value}" for degree in _DEGREES_BEFORE for value in _VALUES),
    *(f"{value} {degree}" for degree in _DEGREES_AFTER for value in _VALUES),
    "làm như không", "làm cho có", "đổ thừa", "vòi vĩnh", "hành dân", "hành là chính", "nói một đằng", "đem con bỏ chợ",
    "bỏ mặc", "làm ngơ", "mạnh ai nấy", "không ra gì", "chẳng ra gì", "tào lao", "nhảm nhí", "vớ vẩn", "hết biết",
    "không đâu bằng", "không nơi nào bằng", "số một", "đáng sống", "đáng đồng tiền", "quá tay",
)  # fmt: skip

# Feelings and advice: they make an opinion of a sentence that tells no event and gives no figure.
FEELING = (
    "bức xúc", "phẫn nộ", "nên làm", "không hài lòng", "hài lòng", "tự hào", "great", "proud",
    "nên", "lẽ nào", "cớ sao", "tiếc là", "tiếc rằng", "may mà", "đáng ra", "phải chi", "thà rằng", "khó mà", "ai đời",
)  # fmt: skip

# Works of the authorities that people judge, besides the bodies themselves.
PUBLIC_WORK = (
    "việc sửa cầu", "sửa đường", "làm đường", "cách làm", "chính sách", "thủ tục", "cán bộ", "lãnh đạo",
    "mấy ông", "mấy sếp", "nhà nước", "chính quyền", "địa phương", "quản lý", "officials", "policy",
    "management", "local government",
)  # fmt: skip

SATIRE = (
    "châm biếm", "trào phúng", "truyện cười", "chuyện cười", "tiểu phẩm", "góc hài hước", "chuyện hài hước",
    "giễu nhại", "nói cho vui", "đùa thôi", "satire", "satirical", "parody", "just kidding", "a joke",
)  # fmt: skip

# `sẽ` alone is no prediction: a plan ("từ tháng 6 sẽ thu phí") can be checked.
PREDICTION = (
    "dự báo", "dự đoán", "tiên đoán", "có thể sẽ", "chắc sẽ", "chắc chắn sẽ", "sớm muộn", "nhiều khả năng",
    "e rằng", "có lẽ sẽ", "rồi sẽ", "tương lai sẽ", "biết đâu", "khả năng cao", "được kỳ vọng", "forecast",
    "predicted to", "predicts", "might", "could become", "will probably", "will likely", "likely to",
    "is expected to", "sooner or later", "in the future",
    "kiểu này chắc", "chắc cuối", "vài năm nữa", "mai mốt", "rồi đây", "thế nào cũng", "không sớm thì muộn",
    "trước sau gì", "năm sau chắc", "chắc năm sau", "tới lúc đó", "mười năm nữa", "ít năm nữa", "có khi sẽ",
    "chắc tháng sau", "sang năm chắc", "triển vọng",
)  # fmt: skip

WISH = (
    "mong", "mong rằng", "mong sao", "mong các", "hy vọng", "hi vọng", "ước gì", "chúc", "cầu mong",
    "cầu chúc", "xin hãy", "hãy", "đề nghị", "kính mong", "kính đề nghị", "giá như", "please", "hope",
    "i hope", "we hope", "i wish", "let us", "congratulations",
    "ước", "ước sao", "cho xin", "xin cho", "làm ơn", "cầu trời", "nguyện cầu", "mong mỏi", "rất mong",
    "kính chúc", "chúc mừng", "cảm ơn", "xin cảm ơn", "bà con nhớ", "mọi người nhớ", "xin mọi người",
    "nhờ mọi người", "mong mọi người",
)  # fmt: skip

# At the end of a sentence typed without a question mark.
ASKING = (
    "phải không", "đúng không", "có không", "được không", "thế nào", "ra sao", "ở đâu", "khi nào",
    "bao giờ", "vậy ta", "vậy trời", "hả mọi người", "hả bà con", "vậy mọi người", "vậy bà con", "nhỉ",
)  # fmt: skip

ADVERTISEMENT = (
    "hotline", "inbox", "ib ngay", "khuyến mãi", "khuyến mại", "mua ngay", "đặt hàng", "đặt mua", "giá sỉ",
    "giá rẻ", "ship cod", "freeship", "miễn phí vận chuyển", "ưu đãi", "giảm giá sốc", "xả kho", "thanh lý",
    "tuyển đại lý", "tuyển cộng tác viên", "liên hệ ngay", "liên hệ mua", "đăng ký ngay", "voucher",
    "buy now", "order now", "discount", "special offer", "sale off", "free shipping", "sign up today",
    "limited offer", "click here", "mua 1 tặng 1",
    "giảm ngay", "đặt phòng", "mua 2 tặng 1", "tặng 1", "liền tay", "kẻo lỡ", "chỉ hôm nay", "bao sang tên",
    "sổ riêng", "bán gấp", "ban gap", "cần bán", "bán lô đất", "cho thuê phòng", "giá tốt", "giá gốc",
    "giá sốc", "chốt đơn", "nhận ship", "sỉ lẻ", "ngon bổ rẻ", "zalo", "flash sale", "combo", "đặt tour",
    "đặt bàn", "số lượng có hạn", "giao tận nơi", "giao hàng tận nơi", "cam kết chính hãng", "tặng kèm",
    "trả góp 0", "lãi suất 0", "gọi ngay", "alo ngay", "ghé ngay", "quà tặng hấp dẫn", "miễn phí tư vấn",
    "book now", "call now", "best price",
)  # fmt: skip

EXPERIENCE = (
    "tôi bị", "tôi đi", "tôi mua", "tôi ăn", "tôi vừa", "tôi đã", "nhà tôi", "nhà em", "nhà mình",
    "con tôi", "con em", "mẹ tôi", "ba tôi", "bố tôi", "má tôi", "vợ tôi", "chồng tôi", "em tôi", "chị tôi",
    "anh tôi", "em bị", "mình bị", "mình đi", "hồi nhỏ", "hồi xưa", "my son", "my daughter", "my wife",
    "my husband", "my mother", "my father", "my house", "i was", "i went", "i bought", "i had", "when i",
)  # fmt: skip

# Private life is nobody's claim to check.
PRIVATE = (
    "ngoại tình", "bồ nhí", "đánh ghen", "ly hôn", "ly dị", "người tình", "đời tư", "cặp bồ", "clip nóng",
    "lộ hàng", "vợ bé", "affair with", "cheated on", "divorce", "sex tape", "love child",
)  # fmt: skip

# Names that no place of ours is hidden in: "Việt Nam cần" is no Năm Căn.
NO_PLACE = (
    "Việt Nam", "Viet Nam", "năm căn nhà", "năm căn hộ", "năm căn phòng", "Quốc khánh", "miền Nam", "phía Nam",
)  # fmt: skip

# Other provinces and cities of Vietnam (before and after July 2025) and countries often in the news.
ELSEWHERE = (
    "Hà Nội", "Hồ Chí Minh", "TP HCM", "TP.HCM", "TPHCM", "Sài Gòn", "Đà Nẵng", "Hải Phòng", "Cần Thơ",
    "=Huế", "An Giang", "Kiên Giang", "Bạc Liêu", "Sóc Trăng", "Hậu Giang", "Vĩnh Long", "Trà Vinh",
    "Bến Tre", "Đồng Tháp", "Tiền Giang", "Long An", "Tây Ninh", "Bình Dương", "Bình Phước", "Đồng Nai",
    "Bà Rịa", "Vũng Tàu", "Lâm Đồng", "Đắk Lắk", "Đắk Nông", "Gia Lai", "Kon Tum", "Khánh Hòa", "Nha Trang",
    "Phú Yên", "Bình Định", "Quảng Ngãi", "Quảng Nam", "Quảng Trị", "Quảng Bình", "Hà Tĩnh", "Nghệ An",
    "Thanh Hóa", "Ninh Bình", "Nam Định", "Thái Bình", "Hưng Yên", "Hải Dương", "Bắc Ninh", "Bắc Giang",
    "Quảng Ninh", "Lạng Sơn", "Cao Bằng", "Bắc Kạn", "Thái Nguyên", "Tuyên Quang", "Hà Giang", "Lào Cai",
    "Yên Bái", "Phú Thọ", "Vĩnh Phúc", "Hòa Bình", "Sơn La", "Điện Biên", "Lai Châu", "Hà Nam",
    "Ninh Thuận", "Bình Thuận", "Phan Thiết", "Đà Lạt", "Phú Quốc", "=Mỹ", "=Nga", "=Pháp", "=Nhật",
    "Nhật Bản", "Hàn Quốc", "Triều Tiên", "Trung Quốc", "Đài Loan", "Hồng Kông", "Thái Lan", "Campuchia",
    "=Lào", "Singapore", "Malaysia", "Indonesia", "Philippines", "Myanmar", "Ấn Độ", "Pakistan",
    "Afghanistan", "Iran", "Iraq", "Israel", "Gaza", "Syria", "Ukraine", "Nga Ukraine", "Châu Âu",
    "liên minh châu âu", "=EU", "Anh Quốc", "nước Anh", "nước Đức", "Tây Ban Nha", "Bồ Đào Nha", "=Italy",
    "Hà Lan", "Thụy Sĩ", "Thụy Điển", "Na Uy", "Ba Lan", "Australia", "New Zealand", "Canada", "Mexico",
    "Brazil", "Argentina", "Venezuela", "Cuba", "Ai Cập", "Nam Phi", "Thổ Nhĩ Kỳ", "Washington", "Moscow",
    "Bắc Kinh", "Tokyo", "Seoul", "Bangkok", "Paris", "London", "New York", "California", "Florida",
    "Texas", "Premier League", "Champions League", "World Cup", "United States", "America", "Russia",
    "China", "Japan", "France", "Germany", "Britain", "England", "Thailand", "Cambodia", "India", "Hanoi",
    "Ho Chi Minh City", "Da Nang", "Saigon",
)  # fmt: skip
