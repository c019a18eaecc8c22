//! No text makes the reader panic, and what it says about a prompt is true of the prompt.

use plantain_read::{Brief, Origin, brief_report, read};
use proptest::prelude::*;

fn check(prompt: &str, brief: &Brief) {
    if brief.numerals.nought().is_some() {
        // Digits of other scripts are read as western ones, letter for letter.
        assert_eq!(brief.prompt.chars().count(), prompt.chars().count());
    } else {
        assert_eq!(brief.prompt, prompt);
    }
    let prompt = brief.prompt.as_str();
    for literal in &brief.literals {
        let inside = prompt
            .get(literal.span.clone())
            .unwrap_or_else(|| panic!("span of {:?}", literal.text));
        let from_json = brief
            .records
            .iter()
            .any(|record| record.span == literal.span);
        // Words that nobody quoted may be set as a heading is: with capitals that were not typed.
        let as_heading = literal.origin != Origin::Quoted
            && inside.to_lowercase().contains(&literal.text.to_lowercase());
        assert!(
            from_json || as_heading || inside.contains(&literal.text),
            "{:?} is not at its span",
            literal.text
        );
        assert!(literal.on_object.is_none_or(|at| at < brief.objects.len()));
    }
    for pair in &brief.pairs {
        assert!(
            pair.value < brief.literals.len()
                && pair.label.is_none_or(|at| at < brief.literals.len())
        );
    }
    assert!(
        brief
            .lists
            .iter()
            .flat_map(|list| &list.items)
            .all(|&at| at < brief.literals.len())
    );
    assert!(
        brief
            .links
            .iter()
            .all(|link| link.from < brief.literals.len() && link.to < brief.literals.len())
    );
    assert!(
        brief
            .relations
            .iter()
            .all(|relation| relation.subject < brief.objects.len()
                && relation.object < brief.objects.len())
    );
    assert!(
        brief
            .unread
            .iter()
            .all(|span| prompt.get(span.clone()).is_some())
    );
    assert!(!brief_report(brief).is_empty());
}

/// Words that take part in many rules, in any order.
const WORDS: &[&str] = &[
    "a",
    "the",
    "poster",
    "dashboard",
    "menu",
    "title",
    "says",
    "button",
    "labelled",
    "\"Hi there\"",
    "'ok'",
    "“x”",
    "$48,200",
    "12",
    "7 PM",
    "3",
    "Oak",
    "MOON RIVER",
    ",",
    ".",
    ":",
    ";",
    "(",
    ")",
    "→",
    "-",
    "\n",
    "red",
    "gold",
    "background",
    "with",
    "on",
    "in",
    "left",
    "of",
    "between",
    "them",
    "it",
    "and",
    "two",
    "cats",
    "dog",
    "table",
    "no",
    "without",
    "each",
    "different",
    "color",
    "chart",
    "bar",
    "Q1",
    "4.2",
    "45%",
    "vs",
    "by",
    "for",
    "猫",
    "标题",
    "红色",
    "の",
    "上に",
    "кот",
    "chien",
    "Hund",
    "🦖",
    "{\"price\": \"$5\"}",
    "1.",
    "from",
    "to",
    "at",
    "is",
    "there are",
    "style",
    "watercolor",
    "16:9",
    "4K",
    "#ff8800",
    "@me",
    "x@y.org",
    "www.a.com",
    "row",
    "rows",
    "«a»",
    "`b`",
    "a.m.",
    "U.S.",
    "10-20",
    "½",
    "é",
    "\u{200b}",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(512))]

    #[test]
    fn any_text_is_read(prompt in "\\PC{0,200}") {
        check(&prompt, &read(&prompt));
    }

    #[test]
    fn any_mix_of_known_words_is_read(picks in proptest::collection::vec(0..WORDS.len(), 0..40)) {
        let prompt = picks.iter().map(|&at| WORDS[at]).collect::<Vec<_>>().join(" ");
        let brief = read(&prompt);
        check(&prompt, &brief);
        prop_assert_eq!(read(&prompt), brief);
    }

    #[test]
    fn quoted_strings_are_always_texts(words in "[A-Z][a-z]{2,8}( [A-Za-z0-9]{2,8}){0,4}") {
        let brief = read(&format!("poster with the title \"{words}\" on a blue background"));
        prop_assert!(brief.literals.iter().any(|literal| literal.text == words));
    }
}

#[test]
fn long_texts_are_read() {
    for unit in [
        "a red cat on a table, ",
        "\"x\" ",
        "{\"a\": ",
        "poster, title Moon, ",
        "((((",
        "''''",
        "猫",
        "1 ",
        "'a ",
        "a \"",
        "- ",
        "of ",
    ] {
        let prompt = unit.repeat(100_000 / unit.len());
        check(&prompt, &read(&prompt));
    }
}

/// Words that lead to others may well be the last of a prompt.
#[test]
fn a_prompt_may_end_in_any_word() {
    const HEADS: &[&str] = &[
        "login page",
        "login page,",
        "poster:",
        "dashboard with",
        "bar chart:",
        "business card,",
        "magazine cover",
        "form with",
        "cover of a",
        "three panels:",
        "profile screen Ana Ruiz,",
        "sign:",
        "price tag mug",
        "certificate for Ana Ruiz,",
        "kanban board",
        "a man in a red hat,",
    ];
    const LEADS: &[&str] = &[
        "footer",
        "header",
        "cta",
        "button",
        "logo",
        "company",
        "title",
        "titled",
        "online",
        "cover",
        "cover of",
        "panel",
        "profile",
        "was",
        "now",
        "signed",
        "signed by",
        "in",
        "search",
        "copyright",
        "28",
        "12 posts",
        "2026",
        "forgot",
        "remember",
        "fields",
        "tabs",
        "columns",
        "(",
        ":",
        "-",
        "©",
    ];
    for head in HEADS {
        for tail in WORDS.iter().chain(LEADS) {
            let prompt = format!("{head} {tail}");
            check(&prompt, &read(&prompt));
        }
    }
}
