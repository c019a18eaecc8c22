//! What the words on a sheet's prompt mean: leads, labels, offers, instructions.

use crate::outline::{is_time, trimmed};
use crate::{Genre, Span};

/// A place on a sheet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Slot {
    Person,
    Issuer,
    Title,
    Amount,
    Line,
}

/// Labels of facts in prompts, and how they are printed; an empty text prints nothing.
const FACTS: &[(&str, &str)] = &[
    ("valid until", "Valid until"),
    ("valid through", "Valid until"),
    ("valid thru", "Valid until"),
    ("valid to", "Valid until"),
    ("valid for", "Valid for"),
    ("expires on", "Expires"),
    ("expires", "Expires"),
    ("expiry", "Expires"),
    ("expiring", "Expires"),
    ("gültig bis", "Gültig bis"),
    ("válido hasta", "Válido hasta"),
    ("válida hasta", "Válida hasta"),
    ("valable jusqu'au", "Valable jusqu’au"),
    ("valido fino al", "Valido fino al"),
    ("válido até", "Válido até"),
    ("geldig tot", "Geldig tot"),
    ("ważny do", "Ważny do"),
    ("действителен до", "Действителен до"),
    ("дійсний до", "Дійсний до"),
    ("有效期至", "有效期至"),
    ("有効期限", "有効期限"),
    ("employee id", "Employee ID"),
    ("staff id", "Staff ID"),
    ("student id", "Student ID"),
    ("member id", "Member ID"),
    ("member no", "Member no."),
    ("member number", "Member no."),
    ("member since", "Member since"),
    ("id number", "ID"),
    ("id no", "ID"),
    ("id", "ID"),
    ("no", "No."),
    ("nr", "Nr."),
    ("number", "No."),
    ("voucher code", "Code"),
    ("gift code", "Code"),
    ("promo code", "Code"),
    ("code", "Code"),
    ("código", "Código"),
    ("codice", "Codice"),
    ("department", "Department"),
    ("dept", "Department"),
    ("team", "Team"),
    ("table", "Table"),
    ("room", "Room"),
    ("class", "Class"),
    ("grade", "Grade"),
    ("blood type", "Blood type"),
    ("access level", "Access"),
    ("pronouns", "Pronouns"),
    ("serves", "Serves"),
    ("servings", "Serves"),
    ("makes", "Makes"),
    ("yields", "Yields"),
    ("prep time", "Prep"),
    ("prep", "Prep"),
    ("cook time", "Cook"),
    ("cook", "Cook"),
    ("bake", "Bake"),
    ("portionen", "Portionen"),
    ("raciones", "Raciones"),
    ("tiempo", "Tiempo"),
    ("cooking time", "Cook"),
    ("baking time", "Bake"),
    ("total time", "Total"),
    ("temperature", "Temperature"),
    ("ref", "Ref."),
    ("reference", "Ref."),
    ("subject", "Subject"),
    ("re", "Re"),
    ("betreff", "Betreff"),
    ("asunto", "Asunto"),
    ("objet", "Objet"),
    ("due", "Due"),
    ("date", "Date"),
    ("dated", ""),
];

/// Words before a text, and the place it takes where the genre does not say otherwise.
const LEADS: &[(&str, Slot)] = &[
    ("from ", Slot::Issuer),
    ("issued by ", Slot::Issuer),
    ("by ", Slot::Issuer),
    ("at ", Slot::Issuer),
    ("von ", Slot::Issuer),
    ("company ", Slot::Issuer),
    ("organization ", Slot::Issuer),
    ("firma ", Slot::Issuer),
    ("empresa ", Slot::Issuer),
    ("to ", Slot::Person),
    ("an ", Slot::Person),
    ("issued to ", Slot::Person),
    ("name ", Slot::Person),
    ("member ", Slot::Person),
    ("cardholder ", Slot::Person),
    ("titled ", Slot::Title),
    ("title ", Slot::Title),
    ("called ", Slot::Title),
    ("named ", Slot::Title),
    ("headline ", Slot::Title),
    ("heading ", Slot::Title),
    ("worth ", Slot::Amount),
    ("value ", Slot::Amount),
    ("valued at ", Slot::Amount),
    ("amount ", Slot::Amount),
    ("im wert von ", Slot::Amount),
    ("por valor de ", Slot::Amount),
    ("d'une valeur de ", Slot::Amount),
    ("tagline ", Slot::Line),
    ("slogan ", Slot::Line),
    ("with the text ", Slot::Line),
    ("text ", Slot::Line),
    ("saying ", Slot::Line),
    ("says ", Slot::Line),
    ("role ", Slot::Line),
    ("for ", Slot::Title),
    ("für ", Slot::Title),
    ("para ", Slot::Title),
    ("pour ", Slot::Title),
    ("per ", Slot::Title),
    ("voor ", Slot::Title),
    ("dla ", Slot::Title),
    ("для ", Slot::Title),
    ("of ", Slot::Title),
    ("de ", Slot::Title),
    ("about ", Slot::Title),
    ("on ", Slot::Title),
];

/// Words for how a sheet is made, not what it says.
const INSTRUCTIONS: &[&str] = &[
    "printable",
    "to print",
    "ready to print",
    "for printing",
    "a4",
    "a5",
    "a6",
    "letter size",
    "us letter",
    "credit card size",
    "double sided",
    "front side",
    "front only",
    "qr code",
    "barcode",
    "photo",
    "with picture",
    "portrait",
    "logo",
    "border",
    "illustration",
    "checkboxes",
    "check boxes",
    "checkbox",
    "tick boxes",
    "name line",
    "date line",
    "name and date",
    "name field",
    "space for",
    "room for",
    "place for",
    "blank",
    "empty",
    "lines for",
    "fillable",
    "cute",
    "simple",
    "elegant",
    "modern",
    "minimal",
    "playful",
    "professional",
    "clean",
    "vintage",
    "rustic",
    "fun",
    "free space",
    "free square",
    "5x5",
    "4x4",
    "3x3",
    "letterhead",
    "signature line",
    "handwritten",
    "handwriting",
    "style",
    "background",
    "colors",
    "colours",
    "pastel",
    "bunt",
    "schlicht",
    "imprimible",
    "imprimable",
    "druckbar",
    "zum ausdrucken",
    "para imprimir",
    "à imprimer",
    "da stampare",
    "sencillo",
    "stylish",
    "large text",
    "big text",
    "kids friendly",
    "kid-friendly",
];

/// Returns whether a clause steers the picture.
pub(super) fn is_instruction(clause: &str) -> bool {
    let words = clause.split_whitespace().count();
    let marked = clause.contains(['$', '€', '£', '%', '"', '“']);
    let shades = [
        "dark ", "light ", "deep ", "pale ", "bright ", "soft ", "muted ",
    ];
    let plain = shades
        .iter()
        .fold(clause.to_owned(), |text, shade| text.replace(shade, ""));
    crate::slide::is_wish(&plain)
        || words <= 6
            && !marked
            && INSTRUCTIONS.iter().any(|word| {
                clause.match_indices(word).any(|(at, _)| {
                    let before = clause[..at].chars().next_back();
                    let after = clause[at + word.len()..].chars().next();
                    before.is_none_or(|c| !c.is_alphanumeric())
                        && after.is_none_or(|c| !c.is_alphanumeric())
                })
            })
            && !is_field_like(clause)
}

/// "photo consent", "portrait session": a name whose first word only looks like an instruction.
fn is_field_like(clause: &str) -> bool {
    clause.contains("consent") || clause.contains("permission") || clause.contains("session")
}

/// Returns whether a clause is nothing but the word for the kind of sheet.
pub(super) fn named_kind(clause: &str) -> bool {
    clause.split_whitespace().count() <= 2
        && [
            "card",
            "badge",
            "voucher",
            "template",
            "design",
            "form",
            "worksheet",
            "checklist",
            "letter",
            "sheet",
        ]
        .iter()
        .any(|word| {
            clause == *word
                || clause.ends_with(&format!(" {word}")) && clause.split(' ').count() < 2
        })
}

/// "buy 9 get the 10th free", "10 stamps": the number of stamps, problems or cells.
pub(super) fn count_in(clause: &str) -> Option<u32> {
    let words: Vec<&str> = clause
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let number = |word: &str| -> Option<u32> {
        word.trim_end_matches("th")
            .trim_end_matches("st")
            .trim_end_matches("nd")
            .trim_end_matches("rd")
            .parse()
            .ok()
            .or_else(|| crate::numbers::simple(word))
            .filter(|n| (2..=40).contains(n))
    };
    let ordinal = words
        .iter()
        .filter(|w| w.ends_with("th") || w.ends_with("st"))
        .find_map(|w| number(w));
    if is_offer(clause) {
        let bought = words
            .iter()
            .position(|w| matches!(*w, "buy" | "collect" | "after" | "purchase"))
            .and_then(|at| words.get(at + 1))
            .and_then(|w| number(w));
        return ordinal
            .or(bought.map(|n| {
                if clause.contains("collect") || clause.contains("after") {
                    n
                } else {
                    n + 1
                }
            }))
            .or_else(|| words.iter().find_map(|w| number(w)));
    }
    let unit = words.iter().position(|w| {
        matches!(
            *w,
            "stamps"
                | "stamp"
                | "problems"
                | "questions"
                | "sums"
                | "exercises"
                | "punches"
                | "circles"
                | "rows"
                | "tasks"
                | "stempel"
                | "sellos"
                | "tampons"
                | "timbri"
                | "carimbos"
                | "aufgaben"
                | "ejercicios"
                | "exercices"
                | "stempels"
        )
    })?;
    words[..unit].iter().rev().take(3).find_map(|w| number(w))
}

/// Returns whether a clause promises something.
pub(super) fn is_offer(clause: &str) -> bool {
    let padded = format!(" {clause} ");
    [
        " free ",
        " get ",
        " gratis ",
        " off ",
        " gratuit ",
        " gratuito ",
        " kostenlos ",
        " geschenkt ",
        " regalo ",
        " offert ",
        " omaggio ",
        "免费",
        "무료",
        "無料",
        "bedava",
        "бесплатно",
        " за darmo",
        "безкоштовно",
    ]
    .iter()
    .any(|word| padded.contains(word))
        && !padded.contains(" free square")
        && !padded.contains(" free space")
        && !padded.contains("gluten")
}

/// Returns whether a text is an amount of money or a share.
pub(super) fn is_amount(text: &str) -> bool {
    let text = text.trim();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let money = text.contains(['$', '€', '£', '¥', '₹', '₽', '₺', '₩', '₴', '%'])
        || [
            "eur", "euro", "usd", "chf", "zł", "kr", "pln", "dollars", "pounds", "tl", "руб",
            "грн", "元", "円", "원",
        ]
        .iter()
        .any(|u| text.ends_with(u));
    digits > 0 && money && text.split_whitespace().count() <= 3
}

/// Returns whether a text is a way to reach somebody.
pub(super) fn is_contact(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    text.contains('@')
        || text.contains("www.")
        || digits >= 7
        || !text.contains(' ') && text.contains('.') && text.len() > 5
}

/// Returns whether a text is the name of a person: two or three words with capitals, no figures.
pub(super) fn is_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let capital = |word: &&&str| {
        word.starts_with(|c: char| c.is_uppercase() || !c.is_lowercase() && c.is_alphabetic())
    };
    let firm = [
        "Inc",
        "Inc.",
        "Ltd",
        "LLC",
        "GmbH",
        "AG",
        "Labs",
        "Studio",
        "Summit",
        "Conf",
        "Conference",
        "Company",
        "Co.",
        "School",
        "University",
        "Festival",
        "Expo",
        "Fair",
        "Bank",
        "Group",
        "Hospital",
        "Club",
    ];
    (1..=4).contains(&words.len())
        && words.iter().filter(capital).count() == words.len()
        && !text.contains(|c: char| c.is_ascii_digit())
        && !words.iter().any(|w| firm.contains(w))
}

/// Returns whether a name is only a description ("my bakery", "a 2nd grade class").
pub(super) fn is_general(name: &str) -> bool {
    let lower = name.to_lowercase();
    [
        "a ", "an ", "my ", "our ", "the ", "ein ", "eine ", "mein ", "un ", "una ", "une ", "mi ",
        "mon ", "uma ", "um ",
    ]
    .iter()
    .any(|w| lower.starts_with(w))
        && !name
            .split_whitespace()
            .skip(1)
            .any(|w| w.starts_with(char::is_uppercase))
}

/// Returns whether a name only tells whose it is ("my bakery").
pub(super) fn is_own(lower: &str) -> bool {
    [
        "my ", "our ", "mein ", "unser", "mi ", "mon ", "ma ", "the ",
    ]
    .iter()
    .any(|w| lower.starts_with(w))
}

/// Returns whether words that lead to a quoted name only describe it ("for my nail salon").
pub(super) fn is_general_lead(said: &str) -> bool {
    said.split_once(' ')
        .is_some_and(|(_, rest)| is_general(rest))
}

/// Returns a name without the article before it.
pub(super) fn without_article(prompt: &str, span: Span) -> Span {
    const ARTICLES: &[&str] = &[
        "a ", "an ", "den ", "die ", "das ", "der ", "dem ", "einen ", "eine ", "ein ", "un ",
        "una ", "une ",
    ];
    let text = &prompt[span.clone()];
    let cut = ARTICLES
        .iter()
        .find(|a| text.starts_with(**a))
        .map_or(0, |a| a.len());
    span.start + cut..span.end
}

/// Returns a text without emoji before it.
pub(super) fn without_emoji(text: &str) -> &str {
    text.trim_start_matches(|c: char| {
        c == ' '
            || c == '\u{fe0f}'
            || c == '\u{200d}'
            || ('\u{2600}'..='\u{27bf}').contains(&c)
            || ('\u{1f000}'..='\u{1faff}').contains(&c)
    })
}

/// The label of a fact at the start of a clause: as printed, and where its value begins.
pub(super) fn fact_at(clause: &str) -> Option<(String, usize)> {
    FACTS.iter().find_map(|(label, shown)| {
        let rest = clause.strip_prefix(label)?;
        let value = rest.trim_start_matches([' ', ':', '.', '#']);
        let parted = value.len() < rest.len();
        let small = label.len() <= 6 || *label == "number" || *label == "table";
        let first = value.split(' ').next().unwrap_or_default();
        let figure = first.contains(|c: char| c.is_ascii_digit());
        let short = value.split_whitespace().count() <= 5;
        (parted && !value.is_empty() && short && (!small || figure || rest.starts_with(':')))
            .then(|| ((*shown).to_owned(), clause.len() - value.len()))
    })
}

/// The place that the label of a fact names.
pub(super) fn slot_of_label(label: &str) -> Option<Slot> {
    Some(match label {
        "name" | "holder" | "employee" | "member" | "attendee" | "recipient" | "to" | "nombre"
        | "nom" | "nome" | "naam" => Slot::Person,
        "university" | "school" | "college" | "hospital" | "club" | "universität" | "schule"
        | "universidad" | "escuela" | "company" | "organization" | "organisation" | "from"
        | "shop" | "business" | "store" | "brand" | "firma" | "empresa" | "entreprise"
        | "sender" => Slot::Issuer,
        "title" | "event" | "titel" | "título" | "titre" | "titolo" | "recipe" | "theme"
        | "subject line" | "topic" => Slot::Title,
        "amount" | "value" | "worth" | "wert" | "valor" | "valeur" => Slot::Amount,
        "role" | "position" | "job title" | "job" | "tagline" | "offer" | "slogan" | "text"
        | "message" | "note" => Slot::Line,
        _ => return None,
    })
}

/// The lead at the start of a clause: its length and the place of what follows.
pub(super) fn lead_at(clause: &str, genre: Genre) -> Option<(usize, Slot)> {
    let (word, slot) = LEADS
        .iter()
        .find(|(word, _)| clause.starts_with(word) && clause.len() > word.len())?;
    let named = matches!(*slot, Slot::Title)
        && !matches!(*word, "titled " | "title " | "headline " | "heading ");
    let slot = match (genre, slot) {
        (Genre::StampCard | Genre::Voucher, Slot::Title) if named => Slot::Issuer,
        (Genre::Badge, Slot::Title) if named => Slot::Person,
        (Genre::Letter, Slot::Title) if matches!(*word, "for " | "für " | "para " | "pour ") => {
            Slot::Person
        }
        _ => *slot,
    };
    Some((word.len(), slot))
}

/// Where the next lead begins behind a name, in `lower[within]`.
pub(super) fn next_lead(lower: &str, within: Span, genre: Genre) -> Option<usize> {
    let text = &lower[within.clone()];
    text.match_indices(' ')
        .map(|(at, _)| at + 1)
        .find(|at| {
            let rest = &text[*at..];
            let links = [
                "of ", "de ", "on ", "at ", "by ", "an ", "text ", "value ", "per ",
            ];
            // "hello my name is Jordan" is said in one breath.
            let said = text[..*at].ends_with("my ") && rest.starts_with("name ");
            let lead = lead_at(rest, genre).is_some()
                && !said
                && !links.iter().any(|l| rest.starts_with(l));
            let joins = ["with ", "mit ", "con ", "avec ", "and date", "- "]
                .iter()
                .any(|l| rest.starts_with(l));
            let reads = fact_at(rest).is_some_and(|(label, _)| label != "Re");
            lead || joins || reads || is_time(rest)
        })
        .map(|at| within.start + at)
}

/// Returns whether a heading only tells that a list follows.
pub(super) fn is_silent_head(head: &str) -> bool {
    let last = head.rsplit(' ').next().unwrap_or(head);
    matches!(
        last,
        "fields"
            | "items"
            | "list"
            | "words"
            | "field"
            | "things"
            | "questions"
            | "problems"
            | "squares"
            | "checklist"
            | "entries"
            | "felder"
            | "punkte"
            | "wörter"
            | "campos"
            | "palabras"
            | "elementos"
            | "champs"
            | "mots"
            | "campi"
            | "voci"
            | "palavras"
            | "itens"
            | "velden"
            | "pola"
            | "alanlar"
            | "поля"
            | "поля:"
            | "tasks"
            | "cells"
            | "points"
            | "sections"
            | "text"
            | "with"
            | "include"
            | "includes"
            | "including"
            | "containing"
            | "aufgaben"
            | "vocabulary"
    )
}

/// The words before the genre that tell its subject, without the words that ask for it.
pub(super) fn topic_before(prompt: &str, genre_start: usize) -> Span {
    const SKIPPED: &[&str] = &[
        "a",
        "an",
        "the",
        "make",
        "me",
        "create",
        "design",
        "draw",
        "please",
        "i",
        "need",
        "want",
        "us",
        "generate",
        "some",
        "printable",
        "cute",
        "simple",
        "modern",
        "nice",
        "clean",
        "elegant",
        "minimal",
        "minimalist",
        "vintage",
        "rustic",
        "my",
        "our",
        "formal",
        "can",
        "you",
        "could",
        "we",
        "would",
        "like",
        "image",
        "of",
        "fun",
        "professional",
        "playful",
        "colorful",
        "colourful",
        "blank",
        "eine",
        "ein",
        "einen",
        "un",
        "una",
        "une",
        "crea",
        "haz",
        "erstelle",
        "bitte",
        "to",
        "with",
        "do",
        "quick",
        "small",
        "personal",
        "hey",
        "hi",
        "just",
        "need",
    ];
    let from = prompt[..genre_start]
        .rfind([',', '.', '\n', ':', '!', '"', '”'])
        .map_or(0, |at| {
            at + prompt[at..].chars().next().map_or(1, char::len_utf8)
        });
    let mut start = from;
    for word in prompt[from..genre_start].split_inclusive(' ') {
        let key = word.trim().to_lowercase();
        if !key.is_empty() && !SKIPPED.contains(&key.as_str()) && !crate::slide::is_wish(&key) {
            break;
        }
        start += word.len();
    }
    trimmed(prompt, start..genre_start).unwrap_or(genre_start..genre_start)
}

/// Returns where the words for the genre end, with those for a draft of it ("cover letter layout").
pub(super) fn behind_genre(prompt: &str, genre_end: usize) -> usize {
    const DRAFTS: &[&str] = &[
        "layout",
        "template",
        "design",
        "mockup",
        "image",
        "vorlage",
        "plantilla",
        "modèle",
        "modelo",
    ];
    let rest = &prompt[genre_end..];
    let word = rest
        .trim_start()
        .split([' ', ',', ':', '.', '\n'])
        .next()
        .unwrap_or_default();
    if DRAFTS.contains(&word) {
        genre_end + rest.len() - rest.trim_start().len() + word.len()
    } else {
        genre_end
    }
}

/// The clauses before the one that names the genre.
pub(super) fn clauses_before(prompt: &str, genre_end: usize) -> Vec<Span> {
    let head = &prompt[..genre_end];
    let mut all = crate::outline::clauses(head, 0);
    all.pop();
    all
}
