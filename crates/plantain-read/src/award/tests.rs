//! Who gets a certificate, for what, and who signs it.

use crate::read;

#[test]
fn who_gets_it_stands_apart_from_what_it_is_for() {
    for (prompt, name, what) in [
        (
            "certificaat van deelname voor Jan de Vries, EHBO-cursus",
            "Jan de Vries",
            "EHBO-cursus",
        ),
        (
            "attestato di partecipazione a Luca Bianchi per il corso di fotografia",
            "Luca Bianchi",
            "per il corso di fotografia",
        ),
        (
            "certificate of completion, forklift safety training, awarded to Dana Osei on 14 March 2026, signed by R. Hale",
            "Dana Osei",
            "forklift safety training",
        ),
        (
            "Urkunde für Lena Wolf, 1. Platz Schwimmen",
            "Lena Wolf",
            "1. Platz Schwimmen",
        ),
        (
            "dyplom uczestnictwa: Anna Nowak, kurs rysunku",
            "Anna Nowak",
            "kurs rysunku",
        ),
        (
            "修了証:山田花子、フランス語講座、2026年3月",
            "山田花子",
            "フランス語講座",
        ),
        (
            "Urkunde 1. Platz Weitsprung für Leon Bauer, Sportfest 2026, Grundschule am See",
            "Leon Bauer",
            "1. Platz Weitsprung",
        ),
        (
            "Certificado de asistencia a Carlos Méndez por el taller de fotografía, 20 horas",
            "Carlos Méndez",
            "por el taller de fotografía",
        ),
        (
            "Certificate of bravery for a kitten named Pepper from Oak Lane Vets with paw prints",
            "Pepper",
            "from Oak Lane Vets",
        ),
        (
            "Participation certificate for the Junior Chess Cup, awarded to Lina Farouk, chess pieces",
            "Lina Farouk",
            "Junior Chess Cup",
        ),
        (
            "diploma for best chili cook-off winner 2026: Bobby Ray",
            "Bobby Ray",
            "best chili cook-off winner 2026",
        ),
        (
            "Urkunde für Mia Graf, 3. Platz im Hochsprung, Trainer: Jan Hof",
            "Mia Graf",
            "3. Platz im Hochsprung",
        ),
        (
            "diploma a Giulia Ferri, corso di ceramica, 20 ore, Firenze 4 maggio 2026",
            "Giulia Ferri",
            "corso di ceramica",
        ),
        (
            "Certificate of Appreciation presented to the volunteers of Green Valley Library, June 2027",
            "the volunteers of Green Valley Library",
            "June 2027",
        ),
        (
            "Diplôme de meilleure maman du monde pour Sophie, le 31 mai",
            "Sophie",
            "meilleure maman du monde",
        ),
    ] {
        let brief = read(prompt);
        let of = |role: crate::Role| {
            let found = brief.literals.iter().find(|l| l.role == role);
            found.map_or("", |l| l.text.as_str())
        };
        assert_eq!(of(crate::Role::Person), name, "{prompt}");
        assert!(brief.literals.iter().any(|l| l.text == what), "{prompt}");
        assert!(brief.pairs.is_empty(), "{prompt}: {:?}", brief.pairs);
    }
}

#[test]
fn things_to_draw_are_no_lines() {
    let brief = read(
        "swimming certificate, Level 3, Ella Thompson, passed on 14 June 2027, waves and fish",
    );
    assert!(brief.literals.iter().all(|l| l.text != "waves and fish"));
    let brief = read("history book cover: The Silk Road, by Omar Farid, camels and desert");
    assert!(brief.literals.iter().all(|l| !l.text.contains("camels")));
}

#[test]
fn signers_stand_with_their_posts() {
    for (prompt, said) in [
        (
            "certificate of completion awarded to Maria Gomez, signed by Daniel Price, Director of Training, June 2025",
            "Daniel Price=Director of Training",
        ),
        (
            "employee of the month certificate, Daniel Ortiz, March 2027, signature line Manager",
            "Manager=",
        ),
        (
            "Urkunde für Jonas Weber, 2. Platz im Weitsprung, 14. Juni 2025, Schulleitung: M. Krause",
            "M. Krause=Schulleitung",
        ),
        (
            "certificate: awarded to Jonas Pettersson for completing the Avalanche Safety course, 12 March 2026, instructor Eva Lind",
            "Eva Lind=instructor",
        ),
        (
            "certificate of appreciation presented to Lucas Meyer, signed by Principal Dana Reed, June 2027",
            "Dana Reed=Principal",
        ),
        (
            "certificate for Ada Roe, signed by J. Okafor, Head Instructor",
            "J. Okafor=Head Instructor",
        ),
        (
            "diploma for Tim Roe. Signed by Dr. Ada Quist and Jon Bell (Head Coach). 4 May 2026",
            "Dr. Ada Quist= Jon Bell=Head Coach",
        ),
    ] {
        let brief = read(prompt);
        let text = |at: usize| brief.literals[at].text.as_str();
        let found: Vec<String> = brief
            .signers
            .iter()
            .map(|s| format!("{}={}", text(s.name), s.post.map_or("", text)))
            .collect();
        assert_eq!(found.join(" "), said, "{prompt}");
    }
}

#[test]
fn a_border_is_no_text_and_its_colour_no_ground() {
    for (prompt, texts) in [
        (
            "diplôme : Certificat de réussite, décerné à Chloé Martin, Français niveau B2, bordure bleue",
            3,
        ),
        (
            "certificado de asistencia: otorgado a Marta Ruiz, Taller de Fotografía, borde dorado",
            2,
        ),
        (
            "Employee of the Month certificate blue border: Employee of the Month, presented to Daniel Osei",
            2,
        ),
    ] {
        let brief = read(prompt);
        assert_eq!(brief.literals.len(), texts, "{prompt}");
        assert_eq!(brief.look.palette.len(), 1, "{prompt}");
        assert_eq!(brief.canvas.background, None, "{prompt}");
    }
}
