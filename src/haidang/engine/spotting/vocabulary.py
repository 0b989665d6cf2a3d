"""The words that the rules look for, written by us: Vietnamese with marks (found untoned too) and English.

`=` before a phrase: only with its marks, because without them it is another common word.
"""

# What begins inside one of these means something else: `cơ sở y tế` is no Department of Health.
VOID = (
    "cơ sở", "tăng trưởng", "tăng cường", "gia tăng sức mạnh", "gây bức xúc", "gây phẫn nộ", "bắt đầu",
    "bắt kịp", "bắt buộc", "bắt nguồn", "bắt tay", "nổ lực", "nổi tiếng", "cháy bỏng", "bán cháy hàng",
    "đạt điểm", "phạt đền", "đá phạt", "chết lặng", "mê chết", "chết cười", "cầu thủ", "fire sale",
    "no fire", "great britain", "great wall", "giảm cân", "giảm béo",
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
)  # fmt: skip

ATTRIBUTION = (
    "theo báo", "cho biết", "cho hay", "thông tin từ", "nguồn tin", "nói rằng", "khẳng định", "xác nhận",
    "tuyên bố", "báo cáo", "dẫn lời", "trích", "nghe nói", "nghe đồn", "nghe tin", "có tin", "lan truyền",
    "theo thống kê", "theo số liệu", "said", "says", "according to", "confirmed", "reported", "reports",
    "claims", "claimed", "stated", "told", "statistics show", "sources say", "rumour", "rumor", "i heard",
)  # fmt: skip

# Fees, rights and services that touch many people.
MANY_PEOPLE = (
    "thu phí", "lệ phí", "mua vé", "học phí", "viện phí", "bảo hiểm y tế", "trợ cấp", "lương hưu",
    "tiền điện", "tiền nước", "giấy tờ nhà đất", "sổ đỏ", "sổ hồng", "căn cước", "hộ khẩu", "thuế",
    "giá điện", "giá nước", "giá xăng", "nghỉ học", "học sinh", "người dân", "bà con", "nông dân",
    "ngư dân", "thu hồi đất", "giải tỏa", "tái định cư", "đền bù", "hỗ trợ", "fees", "tolls", "tuition",
    "pensions", "allowance", "identity cards", "land certificates", "residents", "pupils", "students",
    "farmers", "fishermen", "taxes", "all vehicles", "compensation", "must pay",
)  # fmt: skip

COMPARISON = (
    "nhất nước", "nhất cả nước", "lớn nhất", "cao nhất", "thấp nhất", "nhiều nhất", "ít nhất cả nước",
    "gấp đôi", "gấp ba", "gấp", "cao hơn", "thấp hơn", "nhiều hơn", "ít hơn", "so với", "đứng đầu",
    "đứng thứ", "xếp hạng", "đứng cuối", "more than", "less than", "higher than", "lower than", "largest",
    "highest", "lowest", "biggest", "twice", "compared with", "compared to", "ranked", "the most",
    "the least",
)  # fmt: skip

# Heard from others: a question that carries a rumour is still a claim ("nghe nói cầu sập rồi phải không?").
HEARSAY = (
    "nghe nói", "nghe đồn", "nghe tin", "nghe bảo", "có tin", "có phải", "có thật là", "thiên hạ đồn",
    "đang đồn", "i heard", "is it true", "people say", "they say", "rumour has it", "rumor has it",
)  # fmt: skip

# First person, holding a view.
STANCE = (
    "theo tôi", "theo mình", "theo em", "theo ý tôi", "theo quan điểm", "tôi nghĩ", "mình nghĩ", "em nghĩ",
    "tôi cho rằng", "tôi thấy rằng", "tôi tin", "tôi tin rằng", "cá nhân tôi", "cá nhân mình",
    "quan điểm của tôi", "ý kiến cá nhân", "thiết nghĩ", "tôi đồng ý", "tôi phản đối", "tôi ủng hộ",
    "tôi không đồng ý", "thật lòng mà nói", "tôi cảm thấy", "mình cảm thấy", "in my opinion", "in my view",
    "i think", "i believe", "i feel", "i agree", "i disagree", "i support", "imho", "personally",
)  # fmt: skip

# Words that judge. With a body and no fact: criticism; else opinion.
JUDGING = (
    "đáng thất vọng", "thất vọng", "tuyệt vời", "quá chậm", "quá tệ", "tệ hại", "tồi tệ", "kém cỏi",
    "yếu kém", "vô cảm", "vô trách nhiệm", "tắc trách", "đáng xấu hổ", "xấu hổ", "đáng trách", "đáng khen",
    "đáng buồn", "bất công", "vô lý", "khó hiểu", "ngớ ngẩn", "dở", "quá đắt", "quá đẹp", "đẹp quá",
    "tệ quá", "chán quá", "chậm quá", "bức xúc", "phẫn nộ", "không thể chấp nhận", "nên làm", "cần phải",
    "lẽ ra", "đáng lẽ", "nên xem lại", "không hài lòng", "hài lòng", "tự hào", "disappointing", "terrible",
    "awful", "wonderful", "great", "shame", "shameful", "disgrace", "incompetent", "useless", "ridiculous",
    "unacceptable", "beautiful", "too slow", "should be", "should have", "ought to", "unfair", "stupid",
    "proud",
)  # fmt: skip

# Works of the authorities that people judge, besides the bodies themselves.
PUBLIC_WORK = (
    "việc sửa cầu", "sửa đường", "làm đường", "cách làm", "chính sách", "thủ tục", "cán bộ", "lãnh đạo",
    "mấy ông", "mấy sếp", "nhà nước", "chính quyền", "địa phương", "quản lý", "officials", "policy",
    "management", "local government",
)  # fmt: skip

SATIRE = (
    "châm biếm", "trào phúng", "truyện cười", "chuyện cười", "tiểu phẩm", "hài hước", "giễu nhại",
    "nói cho vui", "đùa thôi", "satire", "satirical", "parody", "just kidding", "a joke",
)  # fmt: skip

# `sẽ` alone is no prediction: a plan ("từ tháng 6 sẽ thu phí") can be checked.
PREDICTION = (
    "dự báo", "dự đoán", "tiên đoán", "có thể sẽ", "chắc sẽ", "chắc chắn sẽ", "sớm muộn", "nhiều khả năng",
    "e rằng", "có lẽ sẽ", "rồi sẽ", "tương lai sẽ", "biết đâu", "khả năng cao", "được kỳ vọng", "forecast",
    "predicted to", "predicts", "might", "could become", "will probably", "will likely", "likely to",
    "is expected to", "sooner or later", "in the future",
)  # fmt: skip

WISH = (
    "mong", "mong rằng", "mong sao", "mong các", "hy vọng", "hi vọng", "ước gì", "chúc", "cầu mong",
    "cầu chúc", "xin hãy", "hãy", "đề nghị", "kính mong", "kính đề nghị", "giá như", "please", "hope",
    "i hope", "we hope", "i wish", "let us", "congratulations",
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
