//! Screens: programs on devices, boards with lanes, what has controls.

use super::choice::is_generic;
use super::{Candidate, Place};
use crate::Genre;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;

/// "job application form … checkbox … button": what has controls is filled in on a screen.
pub(super) fn has_controls(reader: &Reader<'_>) -> bool {
    (0..reader.len()).any(|at| {
        matches!(
            reader.key(at),
            "button" | "dropdown" | "upload" | "placeholder" | "toggle"
        )
    })
}

/// "home screen with a clock widget and 8 apps": the screen that programs are started from.
pub(super) fn is_home(reader: &Reader<'_>) -> bool {
    let home = (0..reader.len().min(8)).any(|at| {
        reader.key(at) == "home"
            && matches!(reader.key(at + 1), "screen" | "screens")
            && !(0..at).any(|before| {
                matches!(
                    reader.key(before),
                    "banking" | "shop" | "delivery" | "food" | "shopping" | "music" | "travel"
                ) || reader.key(before) == "app" && !icons_follow(reader, at + 2)
            })
    });
    let icons = (0..reader.len()).any(|at| {
        matches!(
            reader.key(at),
            "widget" | "widgets" | "apps" | "icons" | "dock" | "wallpaper"
        )
    });
    home && icons
}

/// "app home screen with six icons": nothing but counted icons is what programs are started by.
fn icons_follow(reader: &Reader<'_>, at: usize) -> bool {
    let led = usize::from(matches!(reader.key(at), "with" | "of" | "showing"));
    let counted = crate::numbers::count_at(&reader.tokens, at + led);
    counted.is_some_and(|(len, _)| {
        let next = at + led + len;
        let app = usize::from(reader.key(next) == "app");
        matches!(reader.key(next + app), "icons" | "apps")
    })
}

/// "cart with a promo field …, total $27": what a cart comes to is paid on the page of a shop, whatever is promoted there.
pub(super) fn cart(reader: &Reader<'_>, best: Option<Candidate>) -> Option<Candidate> {
    let named = |at: usize| matches!(reader.key(at), "cart" | "basket");
    let at = (0..reader.clause_end(0).min(4)).find(|&at| named(at))?;
    let summed = (at..reader.len()).any(|at| matches!(reader.key(at), "total" | "subtotal"));
    let screen = best.is_some_and(|word| crate::screens::is_interface(word.genre));
    (summed && !screen).then_some(Candidate {
        from: at,
        to: at + 1,
        genre: Genre::ProductGrid,
        strong: true,
        place: Place::Top,
    })
}

/// Whether the first clause speaks of what one owns: on a desk it is watched on a board.
pub(super) fn counts_money(reader: &Reader<'_>) -> bool {
    (0..reader.clause_end(0).min(16)).any(|at| {
        matches!(
            reader.key(at),
            "crypto"
                | "wallet"
                | "stock"
                | "stocks"
                | "portfolio"
                | "investment"
                | "trading"
                | "budget"
        )
    })
}

/// Whether the first clause speaks of a computer, and of no phone.
pub(super) fn is_of_desk(reader: &Reader<'_>) -> bool {
    let keyed = |words: &[&str]| {
        (0..reader.clause_end(0).min(16)).any(|at| {
            words.contains(&reader.key(at))
                || words.contains(&reader.text(at, at + 1).to_lowercase().as_str())
        })
    };
    keyed(&[
        "desktop",
        "computer",
        "laptop",
        "macos",
        "windows",
        "pc",
        "browser",
        "web",
        "ordinateur",
        "escritorio",
        "ordenador",
        "computador",
        "rechner",
        "компьютер",
        "桌面",
    ]) && !keyed(&[
        "mobile",
        "phone",
        "iphone",
        "android",
        "smartphone",
        "showing",
        "displaying",
    ])
}

/// "jira-like board … in progress (…), done (…)": a board with two usual lanes, where no other word heads the prompt.
pub(super) fn board(reader: &Reader<'_>, best: Option<Candidate>) -> Option<usize> {
    // "kanban mobile app launch: todo - …": a board leads, whatever it is about.
    let leads = (0..reader.len().min(2)).find(|&at| reader.key(at) == "kanban");
    if let Some(at) = leads.filter(|_| best.is_some_and(|word| word.genre == Genre::MobileApp)) {
        return Some(at);
    }
    let named = best.is_some_and(|word| word.place == Place::Top && !is_generic(word.genre));
    let at = (0..reader.len().min(8)).find(|&at| reader.key(at) == "board")?;
    let lower = reader.prompt.to_lowercase();
    let lanes = crate::screens::parts::LANES
        .iter()
        .filter(|lane| {
            lower.match_indices(**lane).any(|(at, _)| {
                let behind = lower[at + lane.len()..].trim_start();
                behind.starts_with(['(', ':', ',', '/', '|', '-'])
            })
        })
        .count();
    // "trello like board: Ideas (…), Shipped (…)": lanes of any name with their cards in brackets.
    let tool = (0..at).any(|i| {
        ["trello", "jira", "asana", "kanban"]
            .iter()
            .any(|name| reader.key(i).starts_with(name))
    });
    let bracketed = lower.matches(" (").count() >= 2;
    let told = (at..reader.len()).any(|i| matches!(reader.key(i), "columns" | "lanes" | "lists"));
    (!named && (lanes >= 2 || tool && (bracketed || told))).then_some(at)
}

/// "a laptop showing an analytics dashboard": the program on the device is what is wanted.
pub(super) fn shown_on_device(
    reader: &Reader<'_>,
    candidates: &[Candidate],
    best: Option<Candidate>,
) -> Option<Candidate> {
    if best
        .is_some_and(|word| !matches!(word.genre, Genre::Product | Genre::Scene | Genre::WebPage))
    {
        return None;
    }
    let end = reader.clause_end(0);
    let device = (0..end).find(|&i| {
        matches!(
            reader.key(i),
            "laptop" | "macbook" | "phone" | "smartphone" | "iphone" | "tablet" | "ipad" | "imac"
        )
    })?;
    let mock = matches!(
        reader.key(device + 1),
        "mockup" | "mock-up" | "mock" | "screen" | "screenshot"
    );
    let shows = (device + 1..(device + 5).min(end)).find(|&i| {
        matches!(
            reader.key(i),
            "showing" | "displaying" | "with" | "of" | "running" | "shows"
        )
    })?;
    let early = (0..device).all(|i| {
        matches!(
            reader.key(i),
            "a" | "an" | "the" | "on" | "of" | "realistic" | "modern" | "sleek" | "open"
        ) || reader.uses[i] == Use::Carrier
    });
    let shown = candidates.iter().copied().find(|word| {
        word.from > shows && word.from <= shows + 5 && crate::screens::is_interface(word.genre)
    })?;
    (early && (mock || reader.key(shows) != "with")).then_some(Candidate {
        place: Place::Top,
        ..shown
    })
}

/// "UI mockup of a login form", "screenshot of a kanban board": the screen that a picture of screens shows.
pub(super) fn pictured(
    reader: &Reader<'_>,
    candidates: &[Candidate],
    best: Option<Candidate>,
) -> Option<Candidate> {
    let best = best.filter(|word| {
        matches!(word.genre, Genre::WebPage | Genre::Product) && word.place == Place::Top
    })?;
    let plain = matches!(
        reader.key(best.to - 1),
        "mockup" | "screenshot" | "wireframe" | "ui" | "interface" | "design"
    );
    let mut at = best.to;
    while matches!(
        reader.key(at),
        "of" | "for" | "showing" | "a" | "an" | "the" | "my" | "our"
    ) {
        at += 1;
    }
    let shown = candidates.iter().copied().find(|word| {
        word.from >= at
            && word.from <= at + 3
            && word.to <= reader.clause_end(0)
            && crate::screens::is_interface(word.genre)
            && word.genre != Genre::WebPage
    })?;
    (plain && at > best.to).then_some(Candidate {
        place: Place::Top,
        ..shown
    })
}

/// "calendar web app", "calendar page with a sidebar": a calendar with what only screens have is a page.
pub(super) fn calendar(reader: &Reader<'_>, best: Option<Candidate>) -> Option<Candidate> {
    let best = best.filter(|word| word.genre == Genre::Calendar)?;
    let says = |words: &[&str]| (0..reader.len()).any(|at| words.contains(&reader.key(at)));
    let screen = says(&[
        "web",
        "website",
        "webpage",
        "browser",
        "saas",
        "sidebar",
        "desktop",
        "ui",
        "interface",
    ]);
    // "calendar week view, … Wednesday 10:00": a view with hours is one of a program.
    let viewed = (1..reader.len()).any(|at| {
        let span = |at: usize| matches!(reader.key(at), "week" | "weekly" | "day");
        // "week calendar view"
        let beside = at > 1 && reader.key(at - 1) == "calendar" && span(at - 2);
        reader.key(at) == "view" && (span(at - 1) || beside)
    });
    let hours = (0..reader.len()).any(|at| reader.form(at) == Some(crate::forms::FormKind::Time));
    let screen = screen || viewed && hours;
    let printed = says(&["printable", "print", "wall", "paper", "poster", "desk"]);
    (screen && !printed).then_some(Candidate {
        genre: Genre::WebPage,
        ..best
    })
}

/// "recipe page", "rezept seite": a recipe on a page of the web is no card from a kitchen drawer.
pub(super) fn recipe(reader: &Reader<'_>, best: Option<Candidate>) -> Option<Candidate> {
    let best = best.filter(|word| word.genre == Genre::RecipeCard)?;
    let page = (0..reader.clause_end(0)).any(|at| {
        matches!(
            reader.key(at),
            "page" | "website" | "site" | "webpage" | "blog" | "web"
        ) || reader.text(at, at + 1).eq_ignore_ascii_case("seite")
    });
    page.then_some(Candidate {
        genre: Genre::WebPage,
        ..best
    })
}

/// "delete account dialog Are you sure?", "newsletter popup: …": a box over a page, which the first words name.
pub(super) fn over_page(reader: &Reader<'_>, best: Option<Candidate>) -> Option<Candidate> {
    const NAMED_WITHIN: usize = 5;
    let other_screen =
        |word: Candidate| crate::screens::is_interface(word.genre) && word.genre != Genre::WebPage;
    if best.is_some_and(other_screen) {
        return None;
    }
    // "pop-up shop", "dialog between two owls": these are no boxes.
    let leads = |at: usize| {
        matches!(
            reader.key(at),
            "with"
                | "asking"
                | "saying"
                | "says"
                | "that"
                | "to"
                | "for"
                | "on"
                | "in"
                | "box"
                | "window"
                | "screen"
                | "over"
                | "above"
        )
    };
    let other = |at: usize| {
        matches!(
            reader.key(at),
            "shop"
                | "store"
                | "market"
                | "book"
                | "bar"
                | "event"
                | "restaurant"
                | "sale"
                | "cafe"
                | "gallery"
                | "kitchen"
                | "dinner"
        )
    };
    let at = (0..reader.clause_end(0).min(NAMED_WITHIN)).find(|&at| {
        matches!(reader.key(at), "dialog" | "modal" | "popup" | "pop-up")
            && !other(at + 1)
            && (reader.is_sep(at + 1)
                || reader.is_capital(at + 1)
                || reader.tokens[at + 1].quote().is_some()
                || leads(at + 1))
    })?;
    Some(Candidate {
        from: at,
        to: at + 1,
        genre: Genre::WebPage,
        strong: true,
        place: Place::Top,
    })
}

/// "flight card in a travel app": a part of a screen, and the program that it is part of.
pub(super) fn part_of_app(
    reader: &Reader<'_>,
    candidates: &[Candidate],
    best: Option<Candidate>,
) -> Option<Candidate> {
    if best.is_some_and(|word| !matches!(word.genre, Genre::Scene | Genre::WebPage)) {
        return None;
    }
    let end = reader.clause_end(0);
    let part = (0..end).find(|&at| {
        matches!(
            reader.key(at),
            "card" | "widget" | "screen" | "list" | "feed" | "page" | "view" | "panel" | "section"
        ) && reader.is_lower(at)
    })?;
    let app = candidates.iter().copied().find(|word| {
        word.from > part && word.to <= end && crate::screens::is_interface(word.genre)
    })?;
    let within = (part + 1..app.from).any(|at| {
        matches!(
            reader.key(at),
            "in" | "inside" | "within" | "of" | "for" | "from"
        )
    });
    within.then_some(Candidate {
        place: Place::Top,
        ..app
    })
}

/// Where "list on a phone", "feed on mobile" stands in the first clause, when no genre says more.
pub(super) fn on_phone(reader: &Reader<'_>, best: Option<Candidate>) -> Option<(usize, usize)> {
    if best.is_some_and(|word| {
        !matches!(
            word.genre,
            Genre::Infographic | Genre::Scene | Genre::WebPage | Genre::Table
        )
    }) {
        return None;
    }
    let end = reader.clause_end(0);
    let at = (0..end).find(|&i| {
        matches!(
            reader.key(i),
            "list" | "feed" | "screen" | "view" | "player" | "queue" | "menu" | "page"
        ) && reader.is_lower(i)
    })?;
    let mut device = at + 1;
    while matches!(
        reader.key(device),
        "on" | "for" | "a" | "an" | "my" | "the" | "in"
    ) {
        device += 1;
    }
    let phone = matches!(
        reader.key(device),
        "phone" | "smartphone" | "iphone" | "mobile" | "android" | "cellphone"
    );
    (phone && device > at + 1).then_some((at, device + 1))
}

/// A screen, page or app by its head noun, where no other word says more ("parking app", "photo gallery app").
pub(super) fn screen(reader: &Reader<'_>, best: Option<Candidate>) -> Option<Candidate> {
    let (at, genre) = crate::screens::heads::find(reader)?;
    let open = best.is_none_or(|word| {
        let compound = crate::screens::heads::is_app_compound(reader, at);
        let plain = matches!(word.genre, Genre::Scene | Genre::WebPage | Genre::Map)
            || compound && word.genre == Genre::Landing;
        let listed = matches!(
            word.genre,
            Genre::Infographic | Genre::Calendar | Genre::AlbumCover
        ) || crate::sheet::is_sheet(word.genre);
        let listed = listed && genre == Genre::MobileApp;
        // "mobile food app restaurant menu": what the app shows stands right behind it.
        let shown = genre == Genre::MobileApp
            && word.from > at
            && word.from <= at + 2
            && matches!(
                word.genre,
                Genre::Menu | Genre::Map | Genre::Calendar | Genre::Table | Genre::ProductGrid
            );
        // "user profile app": the app is the head of a page's name, too.
        let owned = genre == Genre::MobileApp && word.to == at;
        let paged = word.genre == Genre::WebPage && word.to - word.from > 1 && !owned;
        // "Aufgaben-App, Aufgaben: Rechnung bezahlen": what a list holds is none of what is drawn.
        let held = compound && word.from > reader.clause_end(at);
        held || shown || (plain || listed) && (word.to <= at + 1 || compound) && !paged
    });
    open.then_some(Candidate {
        from: at,
        to: at + 1,
        genre,
        strong: true,
        place: Place::Top,
    })
}

/// Things that motifs are printed on: always, and only where the prompt speaks of what they say.
const GARMENTS: &[&[&str]] = &[
    &[
        "t-shirt",
        "tshirt",
        "tee",
        "hoodie",
        "sweatshirt",
        "shirt",
        "jersey",
    ],
    &[
        "tote", "bag", "mug", "cap", "cup", "apron", "cushion", "pillow", "onesie",
    ],
];

/// "T-shirt with a fox on a bike", "black mug that says Monday": a thing to print on that leads the prompt asks for its
/// motif; returns where it is named.
pub(super) fn garment(reader: &Reader<'_>) -> Option<(usize, usize)> {
    const LEADING_MAX: usize = 5;
    const PRINT_WORDS_MAX: usize = 4;
    const PRINTS: &[&str] = &[
        "drawing",
        "illustration",
        "print",
        "motif",
        "artwork",
        "art",
        "slogan",
        "words",
        "lettering",
        "doodle",
    ];
    let mut at = 0;
    while reader.uses.get(at) == Some(&Use::Carrier)
        || matches!(reader.key(at), "a" | "an" | "my" | "our" | "the")
    {
        at += 1;
    }
    let known = |i: usize, rank: usize| {
        GARMENTS[rank].contains(&reader.key(i))
            || rank == 0 && reader.key(i) == "t" && reader.key(i + 1) == "shirt"
    };
    let (end, rank) = (at..at + LEADING_MAX)
        .take_while(|&i| i < reader.len() && reader.tokens[i].is_wordlike())
        .take_while(|&i| {
            !matches!(
                reader.key(i),
                "with" | "in" | "on" | "of" | "and" | "wearing"
            )
        })
        .filter_map(|i| {
            (0..GARMENTS.len())
                .find(|&rank| known(i, rank))
                .map(|rank| (i + 1, rank))
        })
        .last()?;
    let says = |i: usize| {
        matches!(
            reader.key(i),
            "saying" | "says" | "reading" | "reads" | "printed"
        )
    };
    let told = says(end)
        || reader.sep(end, Sep::Colon)
        || matches!(reader.key(end), "that" | "which") && says(end + 1)
        || rank == 0
            && matches!(
                reader.key(end),
                "with" | "featuring" | "showing" | "for" | "of"
            )
        // "tote bag with a line drawing of a cat": what is drawn or lettered is on it.
        || matches!(reader.key(end), "with" | "featuring")
            && (end + 1..reader.clause_end(end))
                .take(PRINT_WORDS_MAX)
                .any(|i| PRINTS.contains(&reader.key(i)));
    // "a shirt with stripes on a hanger" is seen as it lies there.
    let lies = (end..reader.len()).any(|i| {
        matches!(
            reader.key(i),
            "hanger" | "hanging" | "folded" | "clothesline" | "mannequin" | "table"
        )
    });
    (told && !lies).then_some((at, end))
}
