//! Screens, pages and apps by their head noun, whatever they are about ("parking app", "team page").

use crate::Genre;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};

/// What a site on the ground is for: a camping site is no page.
const SITES_OF_LAND: &[&str] = &[
    "camping",
    "camp",
    "building",
    "construction",
    "picnic",
    "launch",
    "dig",
    "landing",
    "nesting",
];

/// Words before "screen" that make it a thing.
const SCREENS_OF_GLASS: &[&str] = &[
    "tv",
    "television",
    "computer",
    "laptop",
    "movie",
    "cinema",
    "projector",
    "green",
    "silk",
    "window",
    "big",
    "giant",
    "huge",
    "led",
    "flat",
    "wide",
    "folding",
    "privacy",
    "room",
    "sun",
    "bamboo",
    "wooden",
    "smoke",
    "glowing",
    "cracked",
    "broken",
    "blank",
    "empty",
    "monitor",
];
/// Words before "page" that make it paper.
const PAGES_OF_PAPER: &[&str] = &[
    "book",
    "notebook",
    "magazine",
    "newspaper",
    "comic",
    "coloring",
    "colouring",
    "diary",
    "blank",
    "torn",
    "manga",
    "sketchbook",
    "scrapbook",
    "journal",
    "album",
    "printed",
    "yellow",
    "front",
    "old",
    "paper",
    "title",
    "dictionary",
    "manuscript",
    "planner",
    "calendar",
    "bible",
    "empty",
    "open",
    "folded",
    "ripped",
    "white",
    "activity",
];
/// Words that only say what kind of device or medium it is: they name no subject by themselves.
const MEDIA: &[&str] = &[
    "a", "an", "the", "this", "my", "our", "one", "another", "full", "whole",
];

/// The head noun of a screen in the first clause: its token and its genre.
pub(crate) fn find(reader: &Reader<'_>) -> Option<(usize, Genre)> {
    let end = reader.clause_end(0);
    let mut found = None;
    for at in 0..end.min(16) {
        let key = reader.key(at);
        let governed = at > 0
            && matches!(
                key,
                "with" | "on" | "in" | "at" | "showing" | "displaying" | "holding" | "where" | "by"
            );
        if governed {
            break;
        }
        let compound = is_app_compound(reader, at);
        let named = at > 0 && modifies(reader, at - 1);
        // "pantalla de inicio", "page de connexion": Romance languages name the subject behind the head.
        let romance = matches!(reader.brief.language.0.as_str(), "es" | "fr" | "it" | "pt");
        let noun_first = romance && !governed && of_follows(reader, at);
        let opens = (0..at).all(|i| {
            reader.uses[i] == Use::Carrier || matches!(reader.key(i), "a" | "an" | "the" | "my")
        });
        let genre = match key {
            _ if reader.text(at, at + 1).to_lowercase().ends_with("-web-app") => Genre::WebPage,
            _ if compound => Genre::MobileApp,
            _ if is_page_compound(reader, at) => Genre::WebPage,
            "screen" if noun_first => Genre::MobileApp,
            "page" if noun_first && opens => Genre::WebPage,
            "screen" | "screens" if named && !SCREENS_OF_GLASS.contains(&reader.key(at - 1)) => {
                Genre::MobileApp
            }
            // "alarm ringing full screen"
            "screen" if at > 1 && reader.key(at - 1) == "full" && modifies(reader, at - 2) => {
                Genre::MobileApp
            }
            "app" if at > 0 && matches!(reader.key(at - 1), "web" | "desktop" | "browser") => {
                Genre::WebPage
            }
            // "app metrics: …" tells of an app, and shows figures.
            "app" | "apps"
                if matches!(
                    reader.key(at + 1),
                    "metrics" | "analytics" | "stats" | "kpis" | "statistics"
                ) =>
            {
                continue;
            }
            "app" | "apps" if named || noun_first || opens => Genre::MobileApp,
            "page" if opens && reader.key(at + 1) == "for" => Genre::WebPage,
            "page" if named && !PAGES_OF_PAPER.contains(&reader.key(at - 1)) => Genre::WebPage,
            "site" if at > 0 && SITES_OF_LAND.contains(&reader.key(at - 1)) => continue,
            "website" | "webpage" | "site" if named => Genre::WebPage,
            // "hotel booking widget": a part of a page that asks for something is a form.
            "widget" | "modal" | "dialog" | "popup" if named && asks_for(reader.key(at - 1)) => {
                Genre::Form
            }
            // "expense tracker mobile, total …": what is for phones and shows figures is an app.
            "mobile" if named && at + 1 == end && tells_figures(reader, end) => Genre::MobileApp,
            _ => continue,
        };
        // "site de e-commerce": a page that sells shows its goods.
        let sells = genre == Genre::WebPage
            && noun_first_or(reader, at)
            && (at + 1..end)
                .any(|i| matches!(reader.key(i), "e-commerce" | "ecommerce" | "shop" | "store"));
        let genre = if sells { Genre::ProductGrid } else { genre };
        found = Some((at, genre));
        // "app screen", "app home page": the later word belongs to the same name.
        if !matches!(
            reader.key(at + 1),
            "screen" | "page" | "home" | "main" | "start"
        ) {
            break;
        }
    }
    found
}

/// Whether a part of a page that is named by this word asks for something ("booking widget").
fn asks_for(word: &str) -> bool {
    matches!(
        word,
        "booking"
            | "reservation"
            | "appointment"
            | "search"
            | "contact"
            | "feedback"
            | "newsletter"
            | "donation"
            | "checkout"
            | "payment"
            | "signup"
            | "registration"
            | "survey"
            | "quote"
            | "subscription"
            | "review"
            | "comment"
    )
}

/// Whether figures follow behind `from`.
fn tells_figures(reader: &Reader<'_>, from: usize) -> bool {
    use crate::tokens::Kind;
    const FIGURES_MIN: usize = 2;
    let figure = |at: &usize| matches!(reader.tokens[*at].kind, Kind::Form(_) | Kind::Number);
    (from..reader.len()).filter(figure).count() >= FIGURES_MIN
}

/// "Wetter-App": a compound whose head is an app, whatever its words mean.
pub(crate) fn is_app_compound(reader: &Reader<'_>, at: usize) -> bool {
    let text = reader.text(at, at + 1).to_lowercase();
    text.ends_with("-app") || text.starts_with("app-")
}

/// "Anmeldeseite", "boekingspagina": a compound whose head is a page of the web, and no page of paper.
fn is_page_compound(reader: &Reader<'_>, at: usize) -> bool {
    const PAPER: &[&str] = &[
        "buch", "titel", "zeitung", "heft", "mal", "rück", "boek", "krant",
    ];
    let text = reader.text(at, at + 1).to_lowercase();
    let head = match reader.brief.language.0.as_str() {
        "de" => text.strip_suffix("seite"),
        "nl" => text.strip_suffix("pagina"),
        _ => None,
    };
    head.is_some_and(|head| {
        let head = head.trim_end_matches('-');
        head.chars().count() > 3 && !PAPER.iter().any(|paper| head.starts_with(paper))
    })
}

/// "site de commerce": whether what a page is for stands right behind it.
fn noun_first_or(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.brief.language.0.as_str(), "es" | "fr" | "it" | "pt") && of_follows(reader, at)
}

/// Whether "of" follows, in whichever form the glosses give it.
fn of_follows(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.key(at + 1),
        "of" | "de" | "di" | "d'" | "do" | "da" | "del" | "for"
    )
}

/// Whether the word may stand before a head noun as a part of its name.
fn modifies(reader: &Reader<'_>, at: usize) -> bool {
    let key = reader.key(at);
    let small_word = lexicon().stops.contains_key(key) && lexicon().pictures.get(key).is_none();
    !key.is_empty()
        && !MEDIA.contains(&key)
        && !matches!(reader.uses[at], Use::Carrier)
        && !small_word
}
