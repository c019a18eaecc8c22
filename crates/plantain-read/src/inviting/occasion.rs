//! What an invitation is for, and whose feast it is: "baby shower invitation for Clara", "הזמנה ליום הולדת 5 של נועה".

use crate::outline::{add, lowered};
use crate::{Brief, Literal, Origin, Role, Span};

/// What people are invited to, in lower case; the longest words of a kind first.
const OCCASIONS: &[&str] = &[
    // English
    "baby shower",
    "bridal shower",
    "birthday party",
    "birthday",
    "wedding",
    "engagement party",
    "engagement",
    "graduation party",
    "graduation",
    "housewarming party",
    "housewarming",
    "retirement party",
    "farewell party",
    "anniversary",
    "christening",
    "baptism",
    "bar mitzvah",
    "bat mitzvah",
    "gender reveal",
    "garden party",
    "dinner party",
    "cocktail party",
    "tea party",
    "pool party",
    "summer party",
    "halloween party",
    "christmas party",
    "holiday party",
    "new year's eve party",
    "bachelorette party",
    "gala dinner",
    "open house",
    "family reunion",
    // German
    "kindergeburtstag",
    "geburtstag",
    "hochzeit",
    "taufe",
    "sommerfest",
    "gartenfest",
    "einweihungsparty",
    // French
    "anniversaire",
    "mariage",
    "baptême",
    "crémaillère",
    // Spanish
    "cumpleaños",
    "boda",
    "bautizo",
    // Portuguese
    "chá de bebê",
    "aniversário",
    "casamento",
    "batizado",
    // Italian
    "compleanno",
    "matrimonio",
    "battesimo",
    // Dutch
    "verjaardag",
    "bruiloft",
    "tuinfeest",
    // Polish
    "urodziny",
    "ślub",
    "chrzciny",
    // Turkish
    "doğum günü",
    "düğün",
    // Russian, Ukrainian
    "день рождения",
    "свадьбу",
    "свадьба",
    "день народження",
    "весілля",
    // Arabic, Hebrew, Hindi
    "عيد ميلاد",
    "حفل زفاف",
    "زفاف",
    "חתונה",
    "יום הולדת",
    "בר מצווה",
    "जन्मदिन",
    "शादी",
    "विवाह",
    // Chinese, Japanese, Korean
    "婚礼",
    "生日",
    "結婚式",
    "誕生日",
    "결혼식",
    "생일",
    "돌잔치",
];

/// Words between the one for an invitation and what it invites to.
const TO: &[&str] = &[
    "to a ",
    "to the ",
    "to ",
    "for a ",
    "for the ",
    "for ",
    "zum ",
    "zur ",
    "für den ",
    "für die ",
    "für ",
    "de la ",
    "de ",
    "du ",
    "à un ",
    "à une ",
    "d'",
    "a la ",
    "al ",
    "a un ",
    "a una ",
    "para o ",
    "para a ",
    "para ",
    "per il ",
    "per la ",
    "per un ",
    "per ",
    "di ",
    "voor een ",
    "voor de ",
    "voor het ",
    "voor ",
    "na ",
    "на ",
];

/// "baby shower invitation for Clara": what people are invited to stands on the card, beside the one word for it.
pub(super) fn settle(brief: &mut Brief, genre: &Span) {
    hearts(brief);
    drop_told_aside(brief);
    named_behind(brief, genre);
    named_within(brief, genre);
    let lower = lowered(&brief.prompt);
    if exclaimed(brief, &lower, genre) {
        return;
    }
    let Some(span) = occasion(brief, &lower, genre).map(|span| counted(&lower, span)) else {
        return;
    };
    // "יום הולדת 5 של נועה": which one it is belongs to its name.
    let counts = |l: &&mut Literal| {
        l.role == Role::Title
            && l.text.starts_with(|c: char| c.is_ascii_digit())
            && lower
                .get(span.end..l.span.start)
                .is_some_and(|gap| gap.trim().is_empty())
    };
    if let Some(title) = brief.literals.iter_mut().find(counts) {
        title.span.start = span.start;
        title.text = brief.prompt[title.span.clone()].to_owned();
        return;
    }
    if brief.literals.is_empty() || tells(brief, &lower[span.clone()], &span) {
        return;
    }
    shouted_title(brief);
    let titled = brief.literals.iter().any(|l| l.role == Role::Title);
    let role = if titled { Role::Kicker } else { Role::Title };
    let at = add(brief, span, role);
    let literal = &mut brief.literals[at];
    literal.text = crate::literals::capitalized(&literal.text);
    literal.origin = Origin::Form;
}

/// "housewarming!! come see our new place": an occasion that is called out leads, whatever else stands on the card.
fn exclaimed(brief: &mut Brief, lower: &str, genre: &Span) -> bool {
    let (Some(text), Some(behind)) = (lower.get(genre.clone()), lower.get(genre.end..)) else {
        return false;
    };
    if !OCCASIONS.contains(&text.trim()) || !behind.starts_with('!') {
        return false;
    }
    if brief.literals.iter().any(|l| l.meets(genre)) {
        return false;
    }
    for other in &mut brief.literals {
        if other.role == Role::Title {
            let numbered = other.text.starts_with(|c: char| c.is_ascii_digit());
            other.role = if numbered { Role::Place } else { Role::Body };
        }
    }
    let at = add(brief, genre.clone(), Role::Title);
    let literal = &mut brief.literals[at];
    literal.text = crate::literals::capitalized(&literal.text);
    literal.origin = Origin::Form;
    true
}

/// "invitation: kids birthday, space theme! "Noah is turning 7!"": beside quoted words the bare occasion is told to the designer.
fn drop_told_aside(brief: &mut Brief) {
    if !brief.literals.iter().any(|l| l.origin == Origin::Quoted) {
        return;
    }
    brief.remove_literals(|l| l.origin != Origin::Quoted && OCCASIONS.contains(&l.text.as_str()));
}

/// "card A LITTLE ONE IS ON THE WAY Hannah & Tom": words in capitals that come first lead, where nothing else does.
fn shouted_title(brief: &mut Brief) {
    const WORDS_MIN: usize = 3;
    let titled = brief.literals.iter().any(|l| l.role == Role::Title);
    let first = brief.literals.iter_mut().min_by_key(|l| l.span.start);
    let Some(first) = first.filter(|l| !titled && l.origin != Origin::Quoted) else {
        return;
    };
    let shouted = !first
        .text
        .contains(|c: char| c.is_lowercase() || c.is_ascii_digit())
        && first.text.split_whitespace().count() >= WORDS_MIN;
    if shouted
        && matches!(
            first.role,
            Role::Item | Role::Text | Role::Subtitle | Role::Body
        )
    {
        first.role = Role::Title;
    }
}

/// Whether the texts say what is celebrated: in their words, in quotes, or in a title that is more than names.
fn tells(brief: &Brief, occasion: &str, span: &Span) -> bool {
    brief.literals.iter().any(|l| {
        l.origin == Origin::Quoted
            || l.role == Role::Kicker
            || l.role == Role::Title && !l.text.split(' ').all(is_name)
            || l.meets(span)
            || lowered(&l.text).contains(occasion)
    })
}

/// Whether a word may be part of names: with a capital or in a script without them, or a joint.
fn is_name(word: &str) -> bool {
    const JOINTS: &[&str] = &[
        "and", "&", "+", "♥", "❤", "♡", "und", "et", "y", "e", "en", "i", "и", "та",
    ];
    word.starts_with(|c: char| !c.is_lowercase() && c.is_alphabetic())
        && word.chars().all(|c| !c.is_ascii_digit())
        || JOINTS.contains(&word)
}

/// Where the occasion stands: before the word for the medium, behind it, or within.
fn occasion(brief: &Brief, lower: &str, genre: &Span) -> Option<Span> {
    let before = |words: &str| {
        let head = lower[..genre.start].trim_end();
        let own = lower[genre.clone()].starts_with(words) && genre.len() > words.len();
        match own {
            true => Some(genre.start),
            false => head.strip_suffix(words).map(str::len),
        }
    };
    let behind = |words: &str| {
        let rest = lower[genre.end..].trim_start();
        let start = lower.len() - rest.len();
        let lead = TO.iter().find(|lead| rest.starts_with(**lead))?;
        rest[lead.len()..]
            .starts_with(words)
            .then_some(start + lead.len())
    };
    // "Einladung zur Hochzeit von": the occasion is a part of the word for the medium.
    let within = |words: &str| {
        let at = lower[genre.clone()].find(words)?;
        (at > 0).then_some(genre.start + at)
    };
    // Where cases tell what it is an invitation to, the word alone would be in the wrong one.
    let inflected = matches!(brief.language.0.as_str(), "ru" | "uk" | "pl" | "tr");
    OCCASIONS.iter().find_map(|words| {
        let start = before(words)
            .or_else(|| behind(words))
            .or_else(|| within(words))?;
        let end = start + words.len();
        let from = if inflected {
            genre.start.min(start)
        } else {
            start
        };
        is_whole(lower, &(start..end)).then_some(from..end)
    })
}

/// "50th birthday party": which one it is, and that it is a party, belong to the name of the occasion.
fn counted(lower: &str, span: Span) -> Span {
    let head = lower[..span.start].trim_end();
    let word = head.rsplit(' ').next().unwrap_or_default();
    let figures =
        word.trim_end_matches(|c: char| c.is_alphabetic() || matches!(c, '.' | 'º' | 'ª'));
    let ordinal = figures.len() < word.len()
        && !figures.is_empty()
        && figures.bytes().all(|b| b.is_ascii_digit())
        && word.len() - figures.len() <= 4;
    let start = if ordinal || matches!(word, "first" | "second" | "third") {
        head.len() - word.len()
    } else {
        span.start
    };
    let party = lower[span.end..].starts_with(" party");
    start..span.end + if party { " party".len() } else { 0 }
}

/// Whether words stand for themselves. Scripts without capitals glue words for "to" and "the" to the front.
fn is_whole(lower: &str, span: &Span) -> bool {
    let unspaced = lower[span.clone()].chars().all(crate::tokens::is_unspaced);
    let ends = |c: char| {
        !c.is_alphanumeric() || ('\u{590}'..='\u{6ff}').contains(&c) || !c.is_ascii() && unspaced
    };
    lower[..span.start].chars().next_back().is_none_or(ends)
        && lower[span.end..].chars().next().is_none_or(ends)
}

/// "김민수 ♥ 이지은": a heart joins two names.
fn hearts(brief: &mut Brief) {
    const HEARTS: &[char] = &['♥', '❤', '♡', '💕', '💍'];
    let Some(title) = brief.literals.iter_mut().find(|l| l.role == Role::Title) else {
        return;
    };
    let rest = &brief.prompt[title.span.end..];
    let behind = rest.trim_start();
    if !behind.starts_with(HEARTS) || title.origin == Origin::Quoted {
        return;
    }
    let len = behind
        .find([',', '，', '、', '،', '.', ';', '\n'])
        .unwrap_or(behind.len());
    let end = title.span.end + (rest.len() - behind.len()) + behind[..len].trim_end().len();
    title.span.end = end;
    title.text = brief.prompt[title.span.clone()].to_owned();
}

/// "invitación de bautizo para Lucía, …, Parroquia San Telmo": whose feast it is leads, not where it is held.
fn named_within(brief: &mut Brief, genre: &Span) {
    const LEADS: &[&str] = &[" para ", " pour ", " per ", " voor ", " für ", " for "];
    let Some(title) = brief.literals.iter().position(|l| l.role == Role::Title) else {
        return;
    };
    let end = brief.prompt[genre.end..]
        .find(',')
        .map_or(brief.prompt.len(), |len| genre.end + len);
    let own = |l: &Literal| {
        let led = LEADS
            .iter()
            .any(|lead| brief.prompt[..l.span.start].ends_with(lead));
        l.role == Role::Subtitle && led && l.span.end == end && l.text.split(' ').all(is_name)
    };
    let Some(name) = brief.literals.iter().position(own) else {
        return;
    };
    if brief.literals[title].origin != Origin::Quoted {
        brief.literals[title].role = Role::Place;
        brief.literals[name].role = Role::Title;
    }
}

/// "Geburtstagseinladung für Emil", "Einladung zur Hochzeit von Clara und Jonas": where nouns have capitals, a name is found by
/// the word before it.
fn named_behind(brief: &mut Brief, genre: &Span) {
    const LEADS: &[&str] = &[" von ", " für ", " mit "];
    const WORDS_MAX: usize = 5;
    // Bytes behind the medium within which a title is these names.
    const NEAR: usize = 8;
    let exact = brief.literals.iter().any(|l| {
        l.origin == Origin::Quoted
            || matches!(l.role, Role::Title | Role::Person) && l.span.start < genre.end + NEAR
    });
    if exact || brief.language.0 != "de" {
        return;
    }
    let rest = &brief.prompt[genre.end..];
    let Some(lead) = LEADS.iter().find(|lead| rest.starts_with(**lead)) else {
        return;
    };
    let start = genre.end + lead.len();
    let end = brief.prompt[start..]
        .find([',', '.', ';', ':', '\n'])
        .map_or(brief.prompt.len(), |len| start + len);
    let words: Vec<&str> = brief.prompt[start..end].split_whitespace().collect();
    let named = words
        .iter()
        .all(|word| word.starts_with(char::is_uppercase) || matches!(*word, "und" | "&" | "+"));
    if named && (1..=WORDS_MAX).contains(&words.len()) {
        // What was taken for the name for want of one is where it takes place.
        for literal in &mut brief.literals {
            if literal.role == Role::Title {
                literal.role = Role::Place;
            }
        }
        add(brief, start..end, Role::Title);
    }
}
