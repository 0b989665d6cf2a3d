"""Small words that give a language away: one letter a language, so that a text's words make a string to count in."""

from haidang.engine.text.language_syllables import untoned_syllables
from haidang.engine.text.wordlist import word_set

ENGLISH, FRENCH, VIETNAMESE, UNTONED = "e", "f", "v", "u"
# Besides, on words that one language alone has here; English ones apart that untoned Vietnamese could spell (than).
ENGLISH_ONLY, SHAPED_ENGLISH, FRENCH_ONLY, OTHERS_ONLY = "E", "T", "F", "O"

_WORDS = {
    ENGLISH: word_set(
        "the of and to in is for on that by with at from was were are be has have had it its he she they you "
        "we his her their our your my this these those which who whom what when where why how will would can "
        "could should may might must been being not but as an or if than then there here after before over "
        "under about into out up down more most new people said says say year years day days time first last "
        "one two three all no so just now only also some any other many between against during while because "
        "through still back make made take get got go going know think want need see look good right us do "
        "does did am me him them every very much even well way world government police news today city "
        "president minister million percent company according week month state country public help please "
        "thank like let too off again both each same such own few never always really yet since until without "
        "within around s t re ve ll don isn didn doesn wasn couldn wouldn haven aren apos quot amp old man "
        "men woman women children school house home work life long little big great high former free "
    ),
    FRENCH: word_set(
        "le la les l des du de d un une et est en dans pour que qui qu sur avec par au aux ce cet cette ces "
        "sont pas ne n plus mais ou où nous vous ils elles il elle on ont été être fait faire leur leurs ses "
        "son sa se s si à a y comme tout tous toute toutes très aussi après avant entre sans sous depuis "
        "pendant contre chez vers selon lors dont donc alors ainsi encore déjà peut peuvent doit doivent "
        "était étaient sera seront avait aura même autre autres deux trois ans année années jour jours mois "
        "heure heures jeudi vendredi lundi mardi mercredi samedi dimanche pays ville gouvernement c j m t je "
        "tu moi mes mon ma ton ta notre votre nos vos quand quel quelle quels cela ça rien jamais toujours "
        "bien peu beaucoup nouveau nouvelle "
    ),
    VIETNAMESE: word_set(
        "và của là có cho các một những trong với được để khi đến từ tại này đã ở về ra vào bị do theo trên "
        "sau không người nhiều năm ngày sẽ con thì mà cũng đang mới hơn như hay qua lại lên phải ông bà anh "
        "chị nhà nước việc "
    ),
    "s": word_set(
        "el la los las de del un una y en que es por para con no se su sus al lo como más pero o fue son está "
        "este esta estos ha han muy ya también sobre entre hasta desde cuando sin dos años hay todo todos nos "
        "me te le les ser porque donde quien día hoy según tras así era puede gobierno yo mi tu eso esto qué "
        "cómo después antes "
    ),
    "p": word_set(
        "o os as da das do dos de em no na nos nas um uma e que é para por com não se ao aos mais mas foi são "
        "está este esta isso ele ela eles seu sua seus suas muito já também sobre entre até quando sem anos "
        "há todo todos pelo pela ser tem ter você eu como porque dia hoje após governo ainda vai à às foram "
        "nem só depois onde quem "
    ),
    "i": word_set(
        "il lo la gli le i di del della dei delle degli da dal dalla in nel nella un una e è che per con non "
        "si su sul sulla al alla ai alle ma sono ha hanno più come anche questo questa questi o ci se dopo "
        "fra tra anni stato essere suo sua loro tutti tutto molto già ancora quando perché dove chi cosa oggi "
        "io mi ti lui lei noi poi "
    ),
    "d": word_set(
        "der die das den dem des ein eine einen einem einer und ist in im zu zum zur mit von vom für auf "
        "nicht sich auch als an am bei nach aus um es er sie wir ich ihr war waren wird werden hat haben "
        "hatte sind sein seine wie oder aber noch nur über vor durch bis dass daß wenn was man so kann können "
        "mehr sehr schon jahr jahre gegen unter keine kein diese dieser dieses hier heute mich mir uns doch "
        "immer wieder zwei ja nein habe bin du "
    ),
    "n": word_set(
        "de het een en van in is dat op te voor met niet zijn er aan die ook als bij maar om uit door naar "
        "dan nog over wordt werd worden heeft hebben had was waren kan kunnen zal of tot ze hij we wij ik je "
        "jij u deze dit meer geen al na wel omdat onder tegen jaar mensen moet moeten gaat nu alle veel hoe "
        "wat waar hun haar onze ons mijn zo weer toch gewoon echt dus iedereen niemand zelf heel dag bent ben "
    ),
    "w": word_set(
        "och att det som en på är av för med den till inte om ett han hon var jag så men vi kan har de från "
        "när vid också efter eller hade ut skulle blir alla mycket år og at der er til ikke et af jeg fra "
        "blev mod skal vil kunne hun sig også nu over være været hvad når denne dette disse noe hvor etter "
        "sier mot mellom mellem siden flere mere mer vært ble må "
    ),
    "t": word_set(
        "ve bir bu için ile da de ne çok daha gibi olarak olan var yok ama en kadar sonra ki mi mı mu mü "
        "değil her şey ben sen biz siz onlar o şu ya veya göre olduğu oldu oluyor etti dedi diye yeni iki yıl "
        "gün türkiye büyük son ilk bunu benim bizim nasıl neden hiç tüm bile ise artık sadece üzerinde "
        "tarafından "
    ),
    "m": word_set(
        "yang dan di ke dari untuk dengan pada ini itu adalah tidak akan dalam oleh juga sebagai telah ada "
        "atau bisa dapat karena saya kami kita mereka dia anda lebih sudah saat orang tahun bahwa seperti "
        "hari satu dua bagi para hanya masih tersebut antara belum harus menjadi kepada lagi jika namun "
        "secara setelah tak boleh ialah "
    ),
    "g": word_set(
        "ang ng mga sa na ay at ko mo siya ako ikaw kami tayo sila ito iyon hindi para kung ni si kay nang "
        "may mayroon wala lang din rin pa po naman kasi dahil bago araw taon tao nila niya namin natin "
    ),
    "l": word_set(
        "w z na do nie się jest że i to o jak po od za dla przez przy oraz ale był była było były są co tym "
        "tego tej być może jego jej ich już tylko czy lat roku który która które jako pod przed bardzo także "
        "więc "
    ),
    "c": word_set(
        "a se na je že v ve z ze do s o po pro za jsou byl byla bylo byli který která které jako ale tak už "
        "jen by od při není jeho její jejich před podle roku sa som sú aj pre ako ktorý ktorá či keď bol bola "
        "než až nebo "
    ),
    "r": word_set(
        "și şi de la în din cu pe pentru nu este sunt că a o un mai care au al ale cel ce se fost prin sau "
        "după până dar fi sa lui ei ani când iar foarte acest această îl își "
    ),
    "h": word_set(
        "a az és hogy nem is egy ez azt van volt meg csak de még már el mint ki vagy lesz után szerint ha én "
        "te ő mi ti ők minden nagyon kell lehet között amely aki ami majd pedig "
    ),
    "k": word_set(
        "ja on ei se että oli hän mutta kun myös ovat ole olla tai niin kuin joka mukaan sen jo vain nyt "
        "hänen tämä voi vuonna vuoden ollut mitä minä sinä me te he "
    ),
    "x": word_set(
        "i je se na u da su od za što kao ili ali bi sam smo ste biti iz koji koja koje nije ne će bio bila"
    ),
    "b": word_set(
        "ja on ei et see oli kui ka mis aga un ir ar par no uz nav bija kas tā ir kad bet yra iš į su kaip"
    ),
    "a": word_set("na ya wa kwa ni za la katika hii hiyo huo yake watu kuwa ambao kama lakini pia mwaka"),
    "q": word_set(
        "të e i me në për një nga që dhe është u së ka si do kjo ky janë por nuk ishte duke kur mund më edhe "
        "këtë tá agus ar le go sa ag leis bhfuil ní chun gan atá faoi chuid bheith nach nuair "
    ),
    "y": word_set(
        "el la els les de del un una i en que és per amb no se són més però va ha han com aquest aquesta"
    ),
}
# Only these words are Vietnamese when typed without marks, and hardly ever another language here.
UNTONED_WORDS = word_set(
    "khong ko duoc nguoi nhung trong cua cho nay roi bi va voi mot nhieu cau duong nha nuoc tinh xa ngay nghe "
    "noi tin sap vua moi thi ong ba anh chi em con cung da se dang tai theo sau khi minh viec nam cac nhu neu "
    "phai den tu ve len gi dau sao hay lam biet chua hon qua lai thanh pho huyen phuong cong dong hoc sinh "
    "benh vien chinh phu toi rat nen thay tren duoi ngoai dieu tien thang tuan gio phut lon nho trieu quoc "
    "viet trung chong trai gai chuyen muon thoi cach dung truoc giua cuoi xem mua bien dat vang giai doi quan "
    "tuyen khac hoac nhat rang thuc hien tiep bat tieng ngoi mat bao gia can ban dai mien bac dien xuat kinh "
    "doanh chuc giup them tra khach hang thu tuong chu tich dan cu an luat ly do ket nghi thoai luon chung "
    "nhau chay xin cam on "
)
# What phones write for Vietnamese words.
SHORTENED = word_set(
    "ko k dc đc mn vs ntn bn cx nx hnay ng ns lun zậy zay wa j oy ok r z dz đg vn tphcm tp tt"
)


def letters_of_words() -> dict[str, str]:
    """Word -> the letters of all languages that have it among their small words."""
    table: dict[str, str] = {}
    for letter, words in _WORDS.items():
        for word in words:
            table[word] = table.get(word, "") + letter
    table = {word: letters + _alone(word, letters) for word, letters in table.items()}
    for word in UNTONED_WORDS:
        table[word] = table.get(word, "") + UNTONED
    return table


def _alone(word: str, letters: str) -> str:
    if letters == ENGLISH:
        return SHAPED_ENGLISH if word in untoned_syllables() else ENGLISH_ONLY
    if letters == FRENCH:
        return FRENCH_ONLY
    return "" if set(letters) & {ENGLISH, FRENCH, VIETNAMESE} else OTHERS_ONLY


OTHERS = "".join(letter for letter in _WORDS if letter not in {ENGLISH, FRENCH, VIETNAMESE})
