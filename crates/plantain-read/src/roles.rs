//! Gives roles to texts that nothing introduced: by genre, form, order and length.

use crate::forms::{self, FormKind};
use crate::glosses::Glosses;
use crate::reader::Reader;
use crate::tokens::lex;
use crate::{Genre, Origin, Role};

/// Fills the roles that are still open.
pub(crate) fn read(reader: &mut Reader<'_>) {
    if reader.is_scene() {
        return;
    }
    let genre = reader.brief.genre;
    let paired: Vec<bool> = (0..reader.brief.literals.len())
        .map(|at| {
            reader
                .brief
                .pairs
                .iter()
                .any(|pair| pair.label == Some(at) || pair.value == at)
        })
        .collect();
    let has_title = reader.brief.literals.iter().any(|literal| {
        // The name of a magazine is its title, its stories are not.
        let name = genre == Genre::MagazineCover && literal.role == Role::Brand;
        literal.role == Role::Title || name
    });
    let open: Vec<usize> = (0..reader.brief.literals.len())
        .filter(|&at| reader.brief.literals[at].role == Role::Text)
        .collect();
    let listed: Vec<bool> = (0..reader.brief.literals.len())
        .map(|at| {
            reader
                .brief
                .lists
                .iter()
                .any(|list| list.items.contains(&at) && list.items.len() > 2)
        })
        .collect();
    let mut titled = has_title;
    if let Some(at) = before_the_rest(reader).filter(|_| !titled) {
        reader.brief.literals[at].role = Role::Title;
        titled = true;
    }
    let open: Vec<usize> = open
        .into_iter()
        .filter(|&at| reader.brief.literals[at].role == Role::Text)
        .collect();
    let mut subtitled = false;
    let head = open
        .first()
        .copied()
        .filter(|_| !titled && heads_facts(reader, &open));
    for at in open {
        let text = reader.brief.literals[at].text.clone();
        let is_listed_first = listed[at] && lists_first(genre) && head != Some(at);
        let role = if let Some(role) = by_words(reader, at, titled) {
            titled |= role == Role::Title;
            role
        } else if !titled && let Some(role) = beside_event(reader, at) {
            role
        } else if paired[at] {
            if reader.brief.pairs.iter().any(|pair| pair.label == Some(at)) {
                label_role(genre)
            } else {
                Role::Value
            }
        } else if text.to_lowercase().starts_with("code ")
            && text.ends_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        {
            Role::Badge
        } else if is_call(&text)
            || signs_in(genre, &text)
            || crate::screens::is_interface(genre) && crate::screens::controls::is_caption(&text)
            || genre == Genre::Form
                && at + 1 == reader.brief.literals.len()
                && crate::screens::controls::presses(&text)
        {
            Role::Button
        } else if genre == Genre::Timeline
            && (text.starts_with(|c: char| c.is_ascii_digit()) || opens_with_month(&text))
        {
            Role::Item
        } else if !titled
            && takes_title(genre)
            && !is_listed_first
            && !is_setting(reader, at)
            && !is_told_figure(reader, at)
        {
            titled = true;
            Role::Title
        } else if listed[at] {
            list_role(genre)
        } else {
            by_genre(genre, &text, &mut subtitled)
        };
        reader.brief.literals[at].role = role;
    }
    offers_lead(reader);
    chart_title(reader);
    crate::copy::masthead(reader);
}

/// "'Coffee by numbers' '70 countries grow it' '2.25 billion cups a day'": the first text heads the others, which have figures.
fn heads_facts(reader: &Reader<'_>, open: &[usize]) -> bool {
    const FACTS_MIN: usize = 2;
    let figured = |at: &usize| {
        reader.brief.literals[*at]
            .text
            .contains(|c: char| c.is_ascii_digit())
    };
    let Some((first, facts)) = open.split_first() else {
        return false;
    };
    reader.brief.genre == Genre::Infographic
        && facts.len() >= FACTS_MIN
        && !figured(first)
        && facts.iter().all(figured)
}

/// "38 € per night" on a page: a figure that nobody put in quotes heads no screen.
fn is_told_figure(reader: &Reader<'_>, at: usize) -> bool {
    let literal = &reader.brief.literals[at];
    crate::screens::is_interface(reader.brief.genre)
        && literal.origin != Origin::Quoted
        && literal
            .text
            .trim_start_matches(['+', '-', '−'])
            .starts_with(|c: char| c.is_ascii_digit() || "$€£¥₹₺₽₴₩".contains(c))
}

/// "40% off all sofas": without any other title the offer is what the piece says first.
fn offers_lead(reader: &mut Reader<'_>) {
    let genre = reader.brief.genre;
    let sells = matches!(
        genre,
        Genre::Sale | Genre::Banner | Genre::SocialCard | Genre::Story | Genre::Poster
    );
    let titled = reader.brief.headline.is_some()
        || reader
            .brief
            .literals
            .iter()
            .any(|l| matches!(l.role, Role::Title | Role::Brand));
    if !sells || titled {
        return;
    }
    let offer = reader.brief.literals.iter_mut().find(|l| {
        l.role == Role::Value && l.text.contains('%') && l.text.split_whitespace().count() >= 3
    });
    if let Some(offer) = offer {
        offer.role = Role::Title;
    }
}

/// Role from the preposition before a text and from its own words.
fn by_words(reader: &Reader<'_>, at: usize, titled: bool) -> Option<Role> {
    let brief = &reader.brief;
    let literal = &brief.literals[at];
    if literal.origin == Origin::Quoted {
        let before = reader
            .prompt
            .get(..literal.span.start)?
            .trim_end_matches(['"', '\'', '“', '‘', '«', ' ']);
        let box_before = before.trim_end_matches([':', ' ']).to_lowercase();
        if ["checkbox", "tickbox", "tick box", "check box"]
            .iter()
            .any(|word| box_before.ends_with(word))
        {
            return Some(Role::Item);
        }
        let branded =
            before.ends_with(" for") || before.ends_with(" from") || before.ends_with(" brand");
        let titled_elsewhere = titled && at == 0;
        return (branded && (titled_elsewhere || !takes_title(brief.genre))).then_some(Role::Brand);
    }
    if starts_with_date(&literal.text) {
        return Some(Role::Date);
    }
    let speaks = reader.prompt.get(literal.span.end..)?.starts_with(':')
        && matches!(brief.genre, Genre::Chat | Genre::Comic);
    if speaks {
        return Some(Role::Person);
    }
    let before = reader.prompt.get(..literal.span.start)?.trim_end();
    let words: Vec<String> = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .take(3)
        .map(str::to_lowercase)
        .collect();
    let glued = before.ends_with([',', '.', ':', ';', '!']);
    let lead = words
        .iter()
        .find(|word| !matches!(word.as_str(), "the" | "a" | "an"))
        .map_or("", String::as_str);
    let personal = matches!(
        brief.genre,
        Genre::BusinessCard | Genre::BoardingPass | Genre::Certificate
    );
    let event = matches!(
        brief.genre,
        Genre::Poster
            | Genre::Ticket
            | Genre::Invitation
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Story
            | Genre::Sale
    );
    let heads = matches!(lead, "title" | "headline" | "heading");
    if heads && !titled && crate::screens::is_interface(brief.genre) {
        return Some(Role::Title);
    }
    match lead {
        _ if glued => {}
        "at" | "in" | "near" if event => return Some(Role::Place),
        "by" => return Some(Role::Person),
        "from" if event && looks_like_name(&literal.text) => return Some(Role::Person),
        "with" | "starring" | "featuring" | "between"
            if (event || brief.genre == Genre::Chat) && looks_like_name(&literal.text) =>
        {
            return Some(Role::Person);
        }
        "for"
            if personal
                && (brief.genre != Genre::Certificate || looks_like_name(&literal.text)) =>
        {
            return Some(Role::Person);
        }
        "for" if brief.genre == Genre::Certificate => return Some(Role::Body),
        "from" if matches!(brief.genre, Genre::Receipt | Genre::Invoice) => {
            return Some(Role::Brand);
        }
        "to" if brief.genre == Genre::Invoice => return Some(Role::Person),
        _ => {}
    }
    let follows = at > 0
        && matches!(brief.literals[at - 1].role, Role::Date | Role::Place)
        && reader
            .prompt
            .get(brief.literals[at - 1].span.end..literal.span.start)
            == Some(", ");
    if event
        && follows
        && literal.text.starts_with(char::is_uppercase)
        && literal
            .text
            .split_whitespace()
            .next_back()
            .is_some_and(|last| last.starts_with(char::is_uppercase))
        && !literal.text.contains(|c: char| c.is_ascii_digit())
        && titled_or_place(brief, at)
    {
        return Some(Role::Place);
    }
    if personal
        && at == 0
        && (looks_like_name(&literal.text) || looks_like_caseless_name(&literal.text))
        && !titled
        && brief.genre == Genre::BusinessCard
    {
        return Some(Role::Person);
    }
    let venue = matches!(
        brief.genre,
        Genre::Poster
            | Genre::Ticket
            | Genre::Invitation
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Story
    );
    (venue && titled && is_venue(&literal.text)).then_some(Role::Place)
}

/// "poster for a ceramics workshop, Saturday 14 June, Blue House": where the event is named by what the piece is for, a day
/// is its date and a name behind the date its place.
fn beside_event(reader: &Reader<'_>, at: usize) -> Option<Role> {
    let brief = &reader.brief;
    let literal = &brief.literals[at];
    let event = matches!(
        brief.genre,
        Genre::Poster | Genre::Banner | Genre::SocialCard | Genre::Story | Genre::Ticket
    );
    if !event || brief.headline.is_none() || literal.origin != Origin::Inferred {
        return None;
    }
    let key = literal.text.to_lowercase();
    if literal.text.split(' ').count() == 1 && forms::is_weekday(key.trim_end_matches('s')) {
        return Some(Role::Date);
    }
    let dated = brief.literals[..at]
        .iter()
        .any(|l| matches!(l.role, Role::Date | Role::Time));
    let plain = !literal
        .text
        .contains(|c: char| c.is_ascii_digit() || c == '!');
    let words = literal.text.split_whitespace().count();
    (dated && plain && words <= 4 && literal.text.starts_with(char::is_uppercase))
        .then_some(Role::Place)
}

/// Whether the text is short enough for a place and no title is missing that it could be.
fn titled_or_place(brief: &crate::Brief, at: usize) -> bool {
    let words = brief.literals[at].text.split_whitespace().count();
    words <= 3
        && brief.literals[..at]
            .iter()
            .any(|literal| matches!(literal.role, Role::Title | Role::Brand))
}

/// Whether a text begins with a date and has little more.
fn starts_with_date(text: &str) -> bool {
    let tokens = forms::merge(text, lex(text, &[], &[], Glosses::for_language("en")));
    let Some(first) = tokens.first() else {
        return false;
    };
    let weekday = forms::is_weekday(&first.key)
        && tokens
            .iter()
            .any(|token| token.form() == Some(FormKind::Time));
    (first.form() == Some(FormKind::Date) || weekday) && tokens.len() <= 6
}

/// Names that end in a word for a place, and street addresses.
pub(crate) fn is_venue(text: &str) -> bool {
    const PLACES: &[&str] = &[
        "park",
        "hall",
        "street",
        "road",
        "cafe",
        "café",
        "theater",
        "theatre",
        "stadium",
        "center",
        "centre",
        "arena",
        "museum",
        "gallery",
        "garden",
        "gardens",
        "beach",
        "hotel",
        "club",
        "church",
        "school",
        "university",
        "library",
        "barn",
        "plaza",
        "square",
        "avenue",
        "house",
        "room",
        "studio",
        "pavilion",
        "bar",
        "pub",
        "winery",
        "farm",
        "pier",
        "close",
        "lane",
        "court",
    ];
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    words.len() >= 2
        && (words.last().is_some_and(|last| PLACES.contains(last)) || is_place_abroad(&words))
}

/// Streets, squares and halls of other languages: the word for it leads, or ends the name.
fn is_place_abroad(words: &[&str]) -> bool {
    const FIRST: &[&str] = &[
        "sala",
        "teatro",
        "plaza",
        "calle",
        "avenida",
        "parque",
        "piazza",
        "via",
        "viale",
        "rua",
        "praça",
        "rue",
        "place",
        "parc",
        "théâtre",
        "salle",
        "halle",
        "klub",
        "ul.",
        "ulica",
        "plac",
        "teatr",
        "zaal",
        "museo",
        "museu",
        "musée",
        "centro",
        "palazzo",
        "église",
        "château",
        "café",
        "auditorio",
        "auditório",
    ];
    const ENDS: &[&str] = &[
        "straße",
        "strasse",
        "platz",
        "gasse",
        "allee",
        "halle",
        "straat",
        "plein",
        "laan",
        "gracht",
        "sokak",
        "sokağı",
        "caddesi",
        "meydanı",
        "salonu",
        "tiyatrosu",
        "parkı",
        "weg",
    ];
    let number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let names: Vec<&str> = words.iter().copied().filter(|word| !number(word)).collect();
    let leads = names.len() >= 2 && names.first().is_some_and(|word| FIRST.contains(word));
    let ends = names.last().is_some_and(|word| {
        ENDS.iter()
            .any(|end| word.len() > end.len() && word.ends_with(end) || word == end)
    });
    leads || ends
}

/// "Mar 3 Kickoff": an event by its date.
fn opens_with_month(text: &str) -> bool {
    let mut words = text.split(' ');
    let month = words
        .next()
        .is_some_and(|word| crate::forms::is_month(&word.to_lowercase()));
    month
        && words
            .next()
            .is_some_and(|word| word.starts_with(|c: char| c.is_ascii_digit()))
}

/// `infographic "Screen time": "7 hours a day", "58 looks"`: the only text in quotes that a colon follows stands above the
/// others.
fn before_the_rest(reader: &Reader<'_>) -> Option<usize> {
    const REST_MIN: usize = 2;
    let brief = &reader.brief;
    let lists = matches!(
        brief.genre,
        Genre::Infographic
            | Genre::Timeline
            | Genre::FlowChart
            | Genre::Cycle
            | Genre::LabelledDiagram
            | Genre::CrossSection
            | Genre::Chart
    );
    let quoted: Vec<usize> = (0..brief.literals.len())
        .filter(|&at| brief.literals[at].origin == Origin::Quoted)
        .collect();
    let colon = |at: &usize| {
        let rest = brief
            .prompt
            .get(brief.literals[*at].span.end..)
            .unwrap_or_default();
        rest.trim_start_matches(['"', '\'', '”', '’', '»'])
            .trim_start()
            .starts_with([':', '：'])
    };
    let &first = quoted.first()?;
    let told = quoted.iter().filter(|at| colon(at)).count() == 1 && colon(&first);
    (lists && told && quoted.len() > REST_MIN).then_some(first)
}

/// `line chart "Bitcoin price", 2020 to 2025`: the only text in quotes of a chart that belongs to no figure is its title.
fn chart_title(reader: &mut Reader<'_>) {
    let brief = &mut reader.brief;
    if brief.genre != Genre::Chart || brief.literals.iter().any(|l| l.role == Role::Title) {
        return;
    }
    let paired = |at: usize| {
        brief
            .pairs
            .iter()
            .any(|pair| pair.label == Some(at) || pair.value == at)
    };
    let quoted =
        |l: &crate::Literal| matches!(l.origin, Origin::Quoted) && l.role == Role::Category;
    let mut lone =
        (0..brief.literals.len()).filter(|&at| quoted(&brief.literals[at]) && !paired(at));
    if let (Some(at), None) = (lone.next(), lone.next())
        && !crate::pairs::is_value(&brief.literals[at].text)
    {
        brief.literals[at].role = Role::Title;
    }
}

fn label_role(genre: Genre) -> Role {
    match genre {
        Genre::Menu | Genre::ProductGrid | Genre::Receipt | Genre::Invoice | Genre::PriceTag => {
            Role::Item
        }
        Genre::Chart => Role::Category,
        _ => Role::Label,
    }
}

/// Genres whose first text leads.
fn takes_title(genre: Genre) -> bool {
    !matches!(
        genre,
        Genre::FlowChart
            | Genre::SequenceDiagram
            | Genre::OrgChart
            | Genre::LabelledDiagram
            | Genre::CrossSection
            | Genre::Kanban
            | Genre::Chart
            | Genre::Map
            | Genre::MobileApp
            | Genre::Calendar
            | Genre::Atom
            | Genre::Venn
            | Genre::Cycle
            | Genre::Comic
            | Genre::CodeShot
            | Genre::Chat
            | Genre::PhoneHome
    )
}

/// What a prompt for settings names without quotes is a setting, not the heading.
fn is_setting(reader: &Reader<'_>, at: usize) -> bool {
    reader.brief.genre == Genre::Settings && reader.brief.literals[at].origin == Origin::Inferred
}

/// Genres in which an enumeration at the start is no title.
fn lists_first(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Infographic
            | Genre::Timeline
            | Genre::Menu
            | Genre::ProductGrid
            | Genre::Pricing
            | Genre::Table
            | Genre::ComparisonTable
            | Genre::Form
            | Genre::Dashboard
            | Genre::AdminTable
    )
}

fn list_role(genre: Genre) -> Role {
    match genre {
        Genre::LabelledDiagram | Genre::CrossSection | Genre::Atom | Genre::Cycle => Role::Callout,
        Genre::Chart => Role::Category,
        _ => Role::Item,
    }
}

fn by_genre(genre: Genre, text: &str, subtitled: &mut bool) -> Role {
    match genre {
        Genre::LabelledDiagram | Genre::CrossSection | Genre::Atom | Genre::Map => Role::Callout,
        Genre::FlowChart
        | Genre::SequenceDiagram
        | Genre::OrgChart
        | Genre::Kanban
        | Genre::MindMap
        | Genre::Timeline
        | Genre::Cycle
        | Genre::Venn
        | Genre::PhoneHome
        | Genre::Settings
        | Genre::Menu
        | Genre::Infographic => Role::Item,
        Genre::Chat | Genre::Comic => Role::Quote,
        Genre::Chart => Role::Category,
        Genre::BookCover | Genre::AlbumCover if looks_like_name(text) => Role::Person,
        _ if !*subtitled && text.chars().count() <= 60 => {
            *subtitled = true;
            Role::Subtitle
        }
        _ => Role::Body,
    }
}

/// One to three short words in a script without capitals.
fn looks_like_caseless_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    (1..=3).contains(&text.split_whitespace().count())
        && text.chars().count() <= 20
        && letters.clone().count() > 1
        && letters
            .clone()
            .all(|c| !c.is_uppercase() && !c.is_lowercase())
        && !text.contains(|c: char| c.is_numeric())
}

/// Two or three capitalised words without digits.
fn looks_like_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=3).contains(&words.len())
        && words
            .iter()
            .all(|word| word.starts_with(char::is_uppercase))
        && !text.contains(|c: char| c.is_ascii_digit())
}

/// "Continue with Google", "Create account": on a form to sign in these are always buttons.
fn signs_in(genre: Genre, text: &str) -> bool {
    let lower = text.to_lowercase();
    let first = lower.split(' ').next().unwrap_or_default();
    let sends = genre == Genre::Form
        && matches!(
            lower.as_str(),
            "send"
                | "submit"
                | "send message"
                | "subscribe"
                | "book now"
                | "continue"
                | "next"
                | "save"
                | "enviar"
                | "senden"
                | "envoyer"
        );
    sends
        || matches!(genre, Genre::Login | Genre::SignUp)
            && (matches!(first, "continue" | "sign" | "log" | "login" | "register")
                && lower.contains(" with ")
                || matches!(
                    lower.as_str(),
                    "create account"
                        | "create my account"
                        | "sign up"
                        | "sign in"
                        | "log in"
                        | "register"
                ))
}

/// Short imperatives that buttons carry.
fn is_call(text: &str) -> bool {
    const VERBS: &[&str] = &[
        "shop",
        "buy",
        "order",
        "book",
        "sign",
        "join",
        "start",
        "get",
        "learn",
        "read",
        "subscribe",
        "download",
        "register",
        "apply",
        "reserve",
        "donate",
        "try",
        "explore",
        "discover",
        "view",
        "add",
        "continue",
        "submit",
        "save",
        "log",
        "checkout",
        "play",
        "watch",
        "call",
        "contact",
        "rsvp",
    ];
    let lower = text.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    (2..=3).contains(&words.len())
        && VERBS.contains(&words[0])
        && matches!(
            *words.last().unwrap_or(&""),
            "now"
                | "more"
                | "up"
                | "in"
                | "started"
                | "today"
                | "here"
                | "us"
                | "free"
                | "demo"
                | "cart"
                | "tickets"
                | "all"
                | "online"
                | "out"
        )
}
