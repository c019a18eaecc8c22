//! Instructions as people type them in sixteen languages: in all registers, with words of politeness anywhere.

use crate::check;

#[test]
fn spanish() {
    check(&[
        (
            "¿Puedes hacer el título un poco más grande y en negrita?",
            &["type Title x1.15 bold"],
        ),
        (
            "bájale el precio del café a $35",
            &["value café -> \"$35\""],
        ),
        (
            "cambia todo a modo oscuro pero no toques los precios",
            &["theme dark", "keep Price"],
        ),
        ("más margen alrededor por favor", &["margins x1.5"]),
        (
            "la tipografía del título que sea con serifa",
            &["type all-text On Title serif"],
        ),
        (
            "el botón debería decir \"Comprar ahora\"",
            &["text Button -> \"Comprar ahora\""],
        ),
        (
            "cámbiale el nombre a Lucía, no Lucia",
            &["text Person -> \"Lucía, no Lucia\""],
        ),
        (
            "que el cielo esté más oscuro",
            &["tone sky Brightness -0.30"],
        ),
        ("un árbol menos", &["count tree -1"]),
        (
            "el corte de pizza cuesta 40, no 35",
            &["text \"35\" \"35\" -> \"40\""],
        ),
    ]);
}

#[test]
fn french() {
    check(&[
        (
            "ne touche pas aux prix mais passe tout en mode sombre",
            &["theme dark", "keep Price"],
        ),
        (
            "Pourriez-vous déplacer le logo en haut à droite ?",
            &["move Logo @TopRight"],
        ),
        (
            "mets deux oiseaux de plus dans le ciel",
            &["add 2 bird In sky"],
        ),
        ("un arbre en moins", &["count tree -1"]),
        ("dans le style d'une gravure sur bois", &["theme woodcut"]),
        ("j'aimerais une version aquarelle", &["theme watercolor"]),
        ("agrandis un peu le sous-titre", &["type Subtitle x1.15"]),
        ("le sous-titre est trop petit", &["type Subtitle x1.30"]),
    ]);
}

#[test]
fn german() {
    check(&[
        (
            "Die Überschrift bitte fett und etwas größer",
            &["type Title x1.15 bold"],
        ),
        (
            "Mach den Hintergrund mal etwas dunkler",
            &["tone background Brightness -0.15"],
        ),
        ("im Stil eines Holzschnitts", &["theme woodcut"]),
        ("Die letzte Spalte kann weg", &["remove column#Last"]),
        (
            "setz dem Hund einen roten Hut auf",
            &["add 1 red hat On dog"],
        ),
        (
            "Bitte stellen Sie das Ganze auf Dunkelmodus um, aber lassen Sie die Preise unverändert",
            &["theme dark", "keep Price"],
        ),
        ("Rück das Logo ein bisschen nach oben", &["move Logo @Top"]),
        ("drei Ballons mehr", &["count balloon +3"]),
        ("ein Baum weniger bitte", &["count tree -1"]),
        (
            "Zieh die beiden Karten nebeneinander",
            &["align Card*2 Middle"],
        ),
        (
            "Tausch den Apfel gegen eine Birne",
            &["replace apple -> 1 pear"],
        ),
        ("mehr Rand rundherum", &["margins x1.5"]),
        ("Der Untertitel ist zu klein", &["type Subtitle x1.30"]),
    ]);
}

#[test]
fn portuguese() {
    check(&[
        ("A data é dia 21, não 22", &["text \"22\" \"22\" -> \"21\""]),
        (
            "aumenta o preço do bolo pra R$ 45",
            &["value bolo -> \"R$ 45\""],
        ),
        ("prefiro um gráfico de pizza", &["chart Pie"]),
        (
            "põe em modo escuro, mas não mexe nos preços",
            &["theme dark", "keep Price"],
        ),
        ("faz em estilo xilogravura", &["theme woodcut"]),
        ("passa pra formato paisagem", &["aspect 4:3"]),
        ("o subtítulo tá pequeno demais", &["type Subtitle x1.30"]),
        ("bota os dois cartões lado a lado", &["align Card*2 Middle"]),
        ("escurece um pouco o céu", &["tone sky Brightness -0.15"]),
        (
            "remove as sombras dos cartões e arredonda os cantos",
            &["remove shadow On Card", "theme corners x2"],
        ),
        ("uma versão em aquarela, por favor", &["theme watercolor"]),
    ]);
}

#[test]
fn italian() {
    check(&[
        (
            "fai il titolo un po' più grande e in grassetto",
            &["type Title x1.15 bold"],
        ),
        ("togli il cappello al gatto", &["remove hat On cat"]),
        ("vorrei tre palloncini in più", &["count balloon +3"]),
        (
            "passa alla modalità scura ma non toccare i prezzi",
            &["theme dark", "keep Price"],
        ),
        ("in formato verticale", &["aspect 3:4"]),
        (
            "il pulsante deve dire \"Prenota ora\"",
            &["text Button -> \"Prenota ora\""],
        ),
        (
            "sostituisca la tazza con un bicchiere",
            &["replace cup -> 1 glass"],
        ),
        ("un albero in meno", &["count tree -1"]),
        ("metti le due schede affiancate", &["align Card*2 Middle"]),
        ("più margine intorno", &["margins x1.5"]),
        ("il sottotitolo è troppo piccolo", &["type Subtitle x1.30"]),
        ("scurisci un po' il cielo", &["tone sky Brightness -0.15"]),
        ("potresti centrare il titolo?", &["align Title Center"]),
        ("colora le barre di arancione", &["recolor bar -> orange"]),
    ]);
}

#[test]
fn dutch() {
    check(&[
        (
            "Maak de titel iets groter en vet",
            &["type Title x1.15 bold"],
        ),
        ("zet er een rode ballon bij", &["add 1 red balloon"]),
        ("achtergrond graag lichtgroen", &["background light green"]),
        ("gooi de laatste kolom eruit", &["remove column#Last"]),
        (
            "Kunt u het logo rechtsboven zetten?",
            &["move input2 @TopRight"],
        ),
        ("doe maar in de stijl van een houtsnede", &["theme woodcut"]),
        ("staand formaat graag", &["aspect 3:4"]),
        ("doe twee vogels erbij in de lucht", &["add 2 bird In sky"]),
        ("een boom minder", &["count tree -1"]),
        ("de ondertitel is te klein", &["type Subtitle x1.30"]),
        ("zet de twee kaarten naast elkaar", &["align Card*2 Middle"]),
        (
            "verander het lettertype van de titel in iets met schreef",
            &["type Title serif"],
        ),
        ("de knop moet groen zijn", &["recolor Button -> green"]),
        (
            "ruil de appel om voor een peer",
            &["replace apple -> 1 pear"],
        ),
        ("meer marge rondom", &["margins x1.5"]),
        (
            "schuif het logo een beetje naar links",
            &["move Logo @Left"],
        ),
    ]);
}

#[test]
fn polish() {
    check(&[
        ("data to 21, nie 22", &["text \"22\" \"22\" -> \"21\""]),
        (
            "zrób tytuł trochę większy i pogrubiony",
            &["type Title x1.15 bold"],
        ),
        ("cena kawy ma być 12 zł", &["value kawy -> \"12 zł\""]),
        ("o jedno drzewo mniej", &["count tree -1"]),
        (
            "zmień na tryb ciemny, ale nie ruszaj cen",
            &["theme dark", "keep Price"],
        ),
        ("w stylu drzeworytu", &["theme woodcut"]),
        ("proszę przerobić na akwarelę", &["theme watercolor"]),
        ("przesuń logo w prawy górny róg", &["move Logo @TopRight"]),
        ("zmień czcionkę tytułu na szeryfową", &["type Title serif"]),
        ("ustaw karty obok siebie", &["align Card Middle"]),
        ("podtytuł jest za mały", &["type Subtitle x1.30"]),
        ("większe marginesy", &["margins x1.5"]),
        ("zamień jabłko na gruszkę", &["replace apple -> 1 pear"]),
        ("pomaluj słupki na pomarańczowo", &["recolor bar -> orange"]),
        ("dorzuć dwa ptaki na niebie", &["add 2 bird In sky"]),
        (
            "usuń cienie i zaokrąglij rogi",
            &["remove shadow", "theme corners x2"],
        ),
    ]);
}

#[test]
fn turkish() {
    check(&[
        ("tarih 21, 22 değil", &["text \"22\" \"22\" -> \"21\""]),
        (
            "Başlığı biraz büyütüp kalın yapar mısın?",
            &["type Title x1.15 bold"],
        ),
        ("arka planı açık mavi yapalım", &["background light blue"]),
        ("köpeğin şapkasını kaldır", &["remove hat On dog"]),
        (
            "kahvenin fiyatını 85 TL yap",
            &["value kahvenin -> \"85 TL\""],
        ),
        ("üç yerine beş balon olsun", &["count balloon = 5"]),
        (
            "karanlık mod olsun ama fiyatlara dokunma",
            &["theme dark", "keep Price"],
        ),
        ("alt başlık çok küçük", &["type Subtitle x1.30"]),
        ("kenar boşluklarını artır", &["margins x1.5"]),
        (
            "elmayı armutla değiştir lütfen",
            &["replace apple -> 1 pear"],
        ),
        ("gökyüzünü biraz koyulaştır", &["tone sky Brightness -0.15"]),
        (
            "lejantı grafiğin altına al",
            &["move Legend Under Chart(Bar)"],
        ),
        (
            "fiyat 250 TL değil 200 TL olacak",
            &["text \"250 TL\" \"250 TL\" -> \"200 TL\""],
        ),
    ]);
}

#[test]
fn russian() {
    check(&[
        (
            "дата 21 мая, а не 22",
            &["text \"22\" \"22\" -> \"21 мая\""],
        ),
        (
            "Сделайте, пожалуйста, заголовок чуть крупнее и жирным",
            &["type Title x1.15 bold"],
        ),
        ("поменяй фон на светло-голубой", &["background light blue"]),
        ("сними с собаки шляпу", &["remove hat On dog"]),
        ("цена кофе теперь 250 ₽", &["value кофе -> \"250 ₽\""]),
        ("последний столбец убрать", &["remove column#Last"]),
        ("на одно дерево меньше", &["count tree -1"]),
        (
            "тёмную тему, но цены не трогай",
            &["theme dark", "keep Price"],
        ),
        ("в стиле гравюры на дереве", &["theme woodcut"]),
        (
            "перенеси логотип в правый верхний угол",
            &["move Logo @TopRight"],
        ),
        ("вертикальный формат", &["aspect 3:4"]),
        ("поставь карточки рядом", &["align Card Middle"]),
        ("подзаголовок слишком мелкий", &["type Subtitle x1.30"]),
        ("отступы по краям побольше", &["margins x1.5"]),
        ("вместо яблока нарисуй грушу", &["replace apple -> 1 pear"]),
        ("перекрась столбики в оранжевый", &["recolor bar -> orange"]),
        (
            "тени убери, углы скругли",
            &["remove shadow", "theme corners x2"],
        ),
    ]);
}

#[test]
fn ukrainian() {
    check(&[
        (
            "дата 21 травня, а не 22",
            &["text \"22\" \"22\" -> \"21 травня\""],
        ),
        (
            "Зробіть, будь ласка, заголовок трохи більшим і жирним",
            &["type Title x1.15 bold"],
        ),
        ("заміни тло на світло-блакитне", &["background light blue"]),
        ("зніми з собаки капелюх", &["remove hat On dog"]),
        ("ціна кави тепер 75 грн", &["value кави -> \"75 грн\""]),
        ("останній стовпець прибрати", &["remove column#Last"]),
        ("на одне дерево менше", &["count tree -1"]),
        (
            "темну тему, але ціни не чіпай",
            &["theme dark", "keep Price"],
        ),
        ("у стилі дереворита", &["theme woodcut"]),
        ("перероби на акварель", &["theme watercolor"]),
        (
            "перенеси логотип у правий верхній кут",
            &["move Logo @TopRight"],
        ),
        ("вертикальний формат", &["aspect 3:4"]),
        ("постав картки поруч", &["align Card Middle"]),
        ("підзаголовок замалий", &["type Subtitle x1.30"]),
        ("більші відступи з країв", &["margins x1.5"]),
        ("замість яблука намалюй грушу", &["replace apple -> 1 pear"]),
        (
            "перефарбуй стовпчики в помаранчевий",
            &["recolor bar -> orange"],
        ),
        (
            "прибери тіні й заокругли кути",
            &["remove shadow", "theme corners x2"],
        ),
    ]);
}

#[test]
fn arabic() {
    check(&[
        ("التاريخ هو 21 وليس 22", &["text \"22\" \"22\" -> \"21\""]),
        (
            "كبّر العنوان قليلاً واجعله عريضاً",
            &["type Title x1.15", "type same bold"],
        ),
        ("خلّي سعر القهوة 15 ريال", &["value القهوة -> \"15 ريال\""]),
        ("احذف العمود الأخير", &["remove column#Last"]),
        ("خمس بالونات بدلاً من ثلاث", &["count balloon = 5"]),
        (
            "الوضع الداكن بدون تغيير الأسعار",
            &["theme dark", "keep Price"],
        ),
        ("حوّله إلى الوضع العمودي", &["aspect 3:4"]),
        ("العنوان الفرعي صغير جداً", &["type Subtitle x1.30"]),
        ("ضع البطاقتين جنباً إلى جنب", &["align Card*2 Middle"]),
        ("يجب أن يكون الزر أخضر", &["recolor Button -> green"]),
        ("أريد هوامش أكبر", &["margins x1.5"]),
        (
            "استبدل التفاحة بإجاصة من فضلك",
            &["replace apple -> 1 pear"],
        ),
        ("اجعل السماء أغمق", &["tone sky Brightness -0.30"]),
        ("زِد طائرين في السماء", &["add 2 bird In sky"]),
        ("لوّن الأعمدة بالبرتقالي", &["recolor bar -> orange"]),
        (
            "انقل المفتاح أسفل الرسم البياني",
            &["move Legend Under Chart(Bar)"],
        ),
        ("احذف الظلال والإطار", &["remove shadow", "remove Border"]),
        ("شجرة واحدة أقل", &["count tree -1"]),
    ]);
}

#[test]
fn hebrew() {
    check(&[
        (
            "תגדיל קצת את הכותרת ותעשה אותה מודגשת",
            &["type Title x1.15", "type same bold"],
        ),
        ("תוריד לכלב את הכובע", &["remove hat On dog"]),
        ("מחיר הקפה צריך להיות 15 ₪", &["value הקפה -> \"15 ₪\""]),
        ("תמחק את העמודה האחרונה", &["remove column#Last"]),
        ("חמישה בלונים במקום שלושה", &["count balloon = 5"]),
        ("מצב כהה אבל אל תיגע במחירים", &["theme dark", "keep Price"]),
        ("תשנה לפורמט לאורך בבקשה", &["aspect 3:4"]),
        (
            "תזיז את הלוגו לפינה הימנית העליונה",
            &["move Logo @TopRight"],
        ),
        ("כותרת המשנה קטנה מדי", &["type Subtitle x1.30"]),
        ("שים את הכרטיסים זה לצד זה", &["align Card Middle"]),
        ("הכפתור צריך להיות ירוק", &["recolor Button -> green"]),
        ("שוליים גדולים יותר", &["margins x1.5"]),
        ("במקום התפוח שים אגס", &["replace apple -> 1 pear"]),
        ("צבעו את העמודות בכתום", &["recolor bar -> orange"]),
        (
            "תוריד את הצללים ואת המסגרת",
            &["remove shadow", "remove Border"],
        ),
        ("עץ אחד פחות", &["count tree -1"]),
    ]);
}

#[test]
fn hindi() {
    check(&[
        ("तारीख 21 है, 22 नहीं", &["text \"22\" \"22\" -> \"21\""]),
        (
            "शीर्षक थोड़ा बड़ा और बोल्ड कर दीजिए",
            &["type Title x1.15 bold"],
        ),
        ("समोसे का दाम ₹25 कर दो", &["value समोसे -> \"₹25\""]),
        ("कुत्ते की टोपी हटा दीजिए", &["remove hat On dog"]),
        ("इसकी जगह बार चार्ट बनाओ", &["chart Bar"]),
        ("तीन की जगह पांच गुब्बारे करो", &["count balloon = 5"]),
        (
            "डार्क मोड कर दो लेकिन दाम मत छेड़ना",
            &["theme dark", "keep Price"],
        ),
        ("इसे पोर्ट्रेट में बदल दो", &["aspect 3:4"]),
        ("लोगो को ऊपर दाएं कोने में ले जाओ", &["move Logo @TopRight"]),
        ("उपशीर्षक बहुत छोटा है", &["type Subtitle x1.30"]),
        ("दोनों कार्ड अगल-बगल रखो", &["align Card*2 Middle"]),
        ("बटन हरा होना चाहिए", &["recolor Button -> green"]),
        ("मार्जिन बढ़ा दो", &["margins x1.5"]),
        ("सेब की जगह नाशपाती लगा दो", &["replace apple -> 1 pear"]),
        ("आसमान में दो पक्षी और जोड़ो", &["add 2 bird In sky"]),
        ("बार को नारंगी रंग दो", &["recolor bar -> orange"]),
        (
            "परछाई हटाओ और बॉर्डर भी",
            &["remove shadow", "remove Border"],
        ),
        ("एक पेड़ कम कर दो", &["count tree -1"]),
    ]);
}

#[test]
fn chinese() {
    check(&[
        ("标题再大一点，加粗", &["type Title x1.15 bold"]),
        ("麻烦把背景改成浅蓝色", &["background light blue"]),
        ("把咖啡的价格改成28元", &["value 咖啡 -> \"28元\""]),
        ("去掉小狗的帽子", &["remove hat On dog"]),
        ("删掉最后一列", &["remove column#Last"]),
        ("要五个气球，不要三个", &["count balloon = 5"]),
        ("改成深色模式，但是价格别动", &["theme dark", "keep Price"]),
        ("副标题太小了", &["type Subtitle x1.30"]),
        ("按钮要绿色的", &["recolor Button -> green"]),
        ("边距大一点", &["margins x1.5"]),
        ("苹果换成梨", &["replace apple -> 1 pear"]),
        ("天上再加两只鸟", &["add 2 bird In sky"]),
        ("柱子都改成橙色", &["recolor bar -> orange"]),
        ("少一棵树", &["count tree -1"]),
    ]);
}

#[test]
fn japanese() {
    check(&[
        (
            "日付は22日ではなく21日です",
            &["text Date -> \"22日ではなく21日\""],
        ),
        (
            "タイトルをもう少し大きく、太字にしてください",
            &["type Title x1.15 bold"],
        ),
        ("背景を水色にしてもらえますか", &["background light blue"]),
        ("犬の帽子を消してください", &["remove hat On dog"]),
        (
            "コーヒーの値段を450円にして",
            &["value コーヒー -> \"450円\""],
        ),
        ("最後の列はいらない", &["remove column#Last"]),
        ("風船を三つから五つに増やして", &["count balloon = 5"]),
        (
            "ダークモードにして。ただし値段は変えないで",
            &["theme dark", "keep Price"],
        ),
        ("タイトルのフォントを明朝体に変えて", &["type Title serif"]),
        ("サブタイトルが小さすぎます", &["type Subtitle x1.30"]),
        ("カードを横に並べて", &["align Card Middle"]),
        ("ボタンは緑で", &["recolor Button -> green"]),
        ("りんごを梨に変えて", &["replace apple -> 1 pear"]),
        ("空をもう少し暗くして", &["tone sky Brightness -0.15"]),
        ("影と枠線を消して", &["remove shadow", "remove Border"]),
    ]);
}

#[test]
fn korean() {
    check(&[
        (
            "날짜는 22일이 아니라 21일이에요",
            &["text \"22일이\" \"22일이\" -> \"21일이에요\""],
        ),
        (
            "제목을 조금 더 크고 굵게 해주세요",
            &["type Title x1.15 bold"],
        ),
        ("배경을 하늘색으로 바꿔 주세요", &["background sky blue"]),
        (
            "커피 가격을 4,500원으로 수정해줘",
            &["value 커피 가격 -> \"4,500원\""],
        ),
        ("마지막 열 삭제", &["remove column#Last"]),
        ("풍선은 세 개 말고 다섯 개로", &["count balloon = 5"]),
        (
            "다크 모드로 하되 가격은 건드리지 마",
            &["theme dark", "keep Price"],
        ),
        ("로고를 오른쪽 위로 옮겨줘", &["move Logo @TopRight"]),
        ("부제목이 너무 작아요", &["type Subtitle x1.30"]),
        ("버튼은 초록색이어야 해요", &["recolor Button -> green"]),
        ("여백을 늘려줘", &["margins x1.5"]),
        ("사과를 배로 바꿔줘", &["replace apple -> 1 pear"]),
        ("하늘을 좀 더 어둡게", &["tone sky Brightness -0.15"]),
        ("하늘에 새 두 마리 더 넣어줘", &["add 2 bird In sky"]),
        ("막대를 주황색으로 칠해줘", &["recolor bar -> orange"]),
        ("나무 하나 줄여줘", &["count tree -1"]),
    ]);
}

#[test]
fn free_order_and_looks_behind() {
    check(&[
        ("заголовок сделай красным", &["recolor Title -> red"]),
        ("заголовок зроби червоним", &["recolor Title -> red"]),
        ("а кнопки зелёными", &["recolor Button -> green"]),
        (
            "mach den Titel rot und zentriert",
            &["recolor Title -> red", "type Title align Center"],
        ),
        (
            "maak de titel rood en gecentreerd",
            &["recolor Title -> red", "type Title align Center"],
        ),
        (
            "बैकग्राउंड थोड़ा हल्का करो",
            &["tone background Brightness +0.15"],
        ),
        ("רקע קצת יותר בהיר", &["tone background Brightness +0.15"]),
        (
            "de achtergrond mag iets lichter",
            &["tone background Brightness +0.15"],
        ),
        ("删除最后一行", &["remove row#Last"]),
    ]);
}
