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
        ("dans le style d'une gravure sur bois", &["theme woodcut"]),
        ("le sous-titre est trop petit", &["type Subtitle x1.30"]),
    ]);
}

#[test]
fn german() {
    check(&[
        ("Rück das Logo ein bisschen nach oben", &["move Logo @Top"]),
        (
            "Zieh die beiden Karten nebeneinander",
            &["align Card*2 Middle"],
        ),
        (
            "Tausch den Apfel gegen eine Birne",
            &["replace apple -> 1 pear"],
        ),
        ("Der Untertitel ist zu klein", &["type Subtitle x1.30"]),
    ]);
}

#[test]
fn portuguese() {
    check(&[
        ("A data é dia 21, não 22", &["text \"22\" \"22\" -> \"21\""]),
        (
            "põe em modo escuro, mas não mexe nos preços",
            &["theme dark", "keep Price"],
        ),
        ("faz em estilo xilogravura", &["theme woodcut"]),
        ("passa pra formato paisagem", &["aspect 4:3"]),
        ("bota os dois cartões lado a lado", &["align Card*2 Middle"]),
        ("escurece um pouco o céu", &["tone sky Brightness -0.15"]),
        (
            "remove as sombras dos cartões e arredonda os cantos",
            &["remove shadow On Card", "theme corners x2"],
        ),
    ]);
}

#[test]
fn italian() {
    check(&[
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
        ("metti le due schede affiancate", &["align Card*2 Middle"]),
        ("più margine intorno", &["margins x1.5"]),
        ("il sottotitolo è troppo piccolo", &["type Subtitle x1.30"]),
        ("potresti centrare il titolo?", &["align Title Center"]),
    ]);
}

#[test]
fn dutch() {
    check(&[
        (
            "Maak de titel iets groter en vet",
            &["type Title x1.15 bold"],
        ),
        (
            "Kunt u het logo rechtsboven zetten?",
            &["move input2 @TopRight"],
        ),
        ("doe maar in de stijl van een houtsnede", &["theme woodcut"]),
        ("staand formaat graag", &["aspect 3:4"]),
        ("de ondertitel is te klein", &["type Subtitle x1.30"]),
        (
            "verander het lettertype van de titel in iets met schreef",
            &["type Title serif"],
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
        (
            "zmień na tryb ciemny, ale nie ruszaj cen",
            &["theme dark", "keep Price"],
        ),
        ("w stylu drzeworytu", &["theme woodcut"]),
        ("proszę przerobić na akwarelę", &["theme watercolor"]),
        ("przesuń logo w prawy górny róg", &["move Logo @TopRight"]),
        ("zmień czcionkę tytułu na szeryfową", &["type Title serif"]),
        ("podtytuł jest za mały", &["type Subtitle x1.30"]),
        ("większe marginesy", &["margins x1.5"]),
        ("pomaluj słupki na pomarańczowo", &["recolor bar -> orange"]),
        ("dorzuć dwa ptaki na niebie", &["add 2 bird In sky"]),
    ]);
}

#[test]
fn turkish() {
    check(&[
        ("arka planı açık mavi yapalım", &["background light blue"]),
        ("kenar boşluklarını artır", &["margins x1.5"]),
        ("gökyüzünü biraz koyulaştır", &["tone sky Brightness -0.15"]),
        (
            "lejantı grafiğin altına al",
            &["move Legend Under Chart(Bar)"],
        ),
        (
            "fiyat 250 TL değil 200 TL olacak",
            &["text \"200 TL\" \"200 TL\" -> \"250 TL\""],
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
        ("поменяй фон на светло-голубой", &["background light blue"]),
        ("в стиле гравюры на дереве", &["theme woodcut"]),
        (
            "перенеси логотип в правый верхний угол",
            &["move Logo @TopRight"],
        ),
        ("вертикальный формат", &["aspect 3:4"]),
        ("перекрась столбики в оранжевый", &["recolor bar -> orange"]),
    ]);
}

#[test]
fn ukrainian() {
    check(&[
        (
            "дата 21 травня, а не 22",
            &["text \"22\" \"22\" -> \"21 травня\""],
        ),
        ("заміни тло на світло-блакитне", &["background light blue"]),
        ("у стилі дереворита", &["theme woodcut"]),
        ("перероби на акварель", &["theme watercolor"]),
        (
            "перенеси логотип у правий верхній кут",
            &["move Logo @TopRight"],
        ),
        ("вертикальний формат", &["aspect 3:4"]),
        ("більші відступи з країв", &["margins x1.5"]),
        (
            "перефарбуй стовпчики в помаранчевий",
            &["recolor bar -> orange"],
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
        ("احذف العمود الأخير", &["remove column#Last"]),
        ("خمس بالونات بدلاً من ثلاث", &["count balloon = 5"]),
        (
            "الوضع الداكن بدون تغيير الأسعار",
            &["theme dark", "keep Price"],
        ),
        ("حوّله إلى الوضع العمودي", &["aspect 3:4"]),
        ("ضع البطاقتين جنباً إلى جنب", &["align Card*2 Middle"]),
        ("زِد طائرين في السماء", &["add 2 bird In sky"]),
        ("لوّن الأعمدة بالبرتقالي", &["recolor bar -> orange"]),
        (
            "انقل المفتاح أسفل الرسم البياني",
            &["move Legend Under Chart(Bar)"],
        ),
        ("احذف الظلال والإطار", &["remove shadow", "remove Border"]),
    ]);
}

#[test]
fn hebrew() {
    check(&[
        ("תמחק את העמודה האחרונה", &["remove column#Last"]),
        ("חמישה בלונים במקום שלושה", &["count balloon = 5"]),
        ("מצב כהה אבל אל תיגע במחירים", &["theme dark", "keep Price"]),
        ("תשנה לפורמט לאורך בבקשה", &["aspect 3:4"]),
        (
            "תזיז את הלוגו לפינה הימנית העליונה",
            &["move Logo @TopRight"],
        ),
        ("שים את הכרטיסים זה לצד זה", &["align Card Middle"]),
        ("הכפתור צריך להיות ירוק", &["recolor Button -> green"]),
        ("צבעו את העמודות בכתום", &["recolor bar -> orange"]),
        (
            "תוריד את הצללים ואת המסגרת",
            &["remove shadow", "remove Border"],
        ),
    ]);
}

#[test]
fn hindi() {
    check(&[
        (
            "शीर्षक थोड़ा बड़ा और बोल्ड कर दीजिए",
            &["type Title x1.15 bold"],
        ),
        ("लोगो को ऊपर दाएं कोने में ले जाओ", &["move Logo @TopRight"]),
        ("दोनों कार्ड अगल-बगल रखो", &["align Card*2 Middle"]),
        ("मार्जिन बढ़ा दो", &["margins x1.5"]),
        ("बार को नारंगी रंग दो", &["recolor bar -> orange"]),
    ]);
}

#[test]
fn chinese() {
    check(&[
        ("删掉最后一列", &["remove column#Last"]),
        ("改成深色模式，但是价格别动", &["theme dark", "keep Price"]),
        ("按钮要绿色的", &["recolor Button -> green"]),
        ("柱子都改成橙色", &["recolor bar -> orange"]),
    ]);
}

#[test]
fn japanese() {
    check(&[
        ("背景を水色にしてもらえますか", &["background light blue"]),
        ("最後の列はいらない", &["remove column#Last"]),
        (
            "ダークモードにして。ただし値段は変えないで",
            &["theme dark", "keep Price"],
        ),
        ("タイトルのフォントを明朝体に変えて", &["type Title serif"]),
        ("空をもう少し暗くして", &["tone sky Brightness -0.15"]),
    ]);
}

#[test]
fn korean() {
    check(&[
        (
            "날짜는 22일이 아니라 21일이에요",
            &["text \"21일이에요\" \"21일이에요\" -> \"22일이\""],
        ),
        (
            "제목을 조금 더 크고 굵게 해주세요",
            &["type Title x1.15 bold"],
        ),
        ("배경을 하늘색으로 바꿔 주세요", &["background sky blue"]),
        ("마지막 열 삭제", &["remove column#Last"]),
        ("로고를 오른쪽 위로 옮겨줘", &["move Logo @TopRight"]),
        ("사과를 배로 바꿔줘", &["replace apple -> 1 pear"]),
        ("하늘을 좀 더 어둡게", &["tone sky Brightness -0.15"]),
        ("하늘에 새 두 마리 더 넣어줘", &["add 2 bird In sky"]),
        ("막대를 주황색으로 칠해줘", &["recolor bar -> orange"]),
    ]);
}
