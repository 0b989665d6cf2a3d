"""Words that say nothing about what a headline is about: grammar, and the stock words of newsrooms."""

from haidang.engine.text.folding import fold
from haidang.engine.text.wordlist import word_set

STOP_WORDS = word_set(
    "a an the of and to in is for on that by with at from was were are be been has have had it its he she "
    "they his her their this these those which who whom will would not but as or after before over about up "
    "down out off into than more most new say says said us you your what how why when where can could may "
    "might all no one two first we i our my if so do does did get gets got update video watch live report "
    "reports reported amid despite during while still just now also only some any other another being there "
    "here then once again against between under per via "
)
# With marks, because tại (at) and tải (load) are different words; headlines without marks are compared folded.
STOP_SYLLABLES = word_set(
    "của và là có cho các một những trong với được để khi đến từ tại này đã ở về ra vào bị do theo trên sau không "
    "người nhiều năm ngày sẽ con thì mà cũng đang mới hơn như hay qua lại lên phải ông bà anh chị thế nào vì sao gì "
    "tin tức rất cần nên rằng từng chưa vẫn chỉ rồi nữa đó ấy mình họ cùng cả mấy nhất nếu thấy làm sắp hôm xem"
)
STOP_FOLDED = frozenset(fold(syllable) for syllable in STOP_SYLLABLES)
