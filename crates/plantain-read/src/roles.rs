//! Gives roles to texts that nothing introduced: by genre, form, order and length.

mod calls;
mod genres;
mod names;
mod venues;
mod words;

pub(crate) use venues::is_venue;

use calls::{is_call, signs_in};
use words::{beside_event, by_words};

use crate::reader::Reader;
use crate::{Brief, Genre, Origin, Role};

/// Fills the roles that are still open.
pub(crate) fn read(reader: &mut Reader<'_>) {
    if reader.is_scene() {
        return;
    }
    let genre = reader.brief.genre;
    let mut titled = reader.brief.literals.iter().any(|literal| {
        // The name of a magazine is its title, its stories are not.
        let name = genre == Genre::MagazineCover && literal.role == Role::Brand;
        literal.role == Role::Title || name
    });
    if let Some(at) = before_the_rest(reader).filter(|_| !titled) {
        reader.brief.literals[at].role = Role::Title;
        titled = true;
    }
    let open: Vec<usize> = (0..reader.brief.literals.len())
        .filter(|&at| reader.brief.literals[at].role == Role::Text)
        .collect();
    let head = open
        .first()
        .copied()
        .filter(|_| !titled && heads_facts(reader, &open));
    let mut subtitled = false;
    for at in open {
        let role = by_words(reader, at, titled)
            .or_else(|| beside_event(reader, at).filter(|_| !titled))
            .or_else(|| of_pair(&reader.brief, at))
            .or_else(|| by_form(reader, at))
            .or_else(|| is_note(&reader.brief, at).then_some(Role::Body))
            .or_else(|| leads(reader, at, head).filter(|_| !titled));
        titled |= role == Some(Role::Title);
        let covered = matches!(genre, Genre::BookCover | Genre::AlbumCover);
        let role = role.unwrap_or_else(|| {
            if !covered && is_listed(&reader.brief, at) {
                genres::list_role(genre)
            } else {
                genres::by_genre(genre, &reader.brief.literals[at].text, &mut subtitled)
            }
        });
        reader.brief.literals[at].role = role;
    }
    offers_lead(reader);
    chart_title(reader);
    crate::copy::masthead(reader);
}

/// Whether a text is one of three or more in a list.
fn is_listed(brief: &Brief, at: usize) -> bool {
    brief
        .lists
        .iter()
        .any(|list| list.items.contains(&at) && list.items.len() > 2)
}

/// What a text is that has a value, or is one.
fn of_pair(brief: &Brief, at: usize) -> Option<Role> {
    if brief.pairs.iter().any(|pair| pair.label == Some(at)) {
        return Some(genres::label_role(brief.genre));
    }
    brief
        .pairs
        .iter()
        .any(|pair| pair.value == at)
        .then_some(Role::Value)
}

/// Codes, buttons and dated events: texts that show by their form what they are.
fn by_form(reader: &Reader<'_>, at: usize) -> Option<Role> {
    let genre = reader.brief.genre;
    let text = reader.brief.literals[at].text.as_str();
    let coded = text.to_lowercase().starts_with("code ")
        && text.ends_with(|c: char| c.is_uppercase() || c.is_ascii_digit());
    if coded {
        return Some(Role::Badge);
    }
    let captioned =
        crate::screens::is_interface(genre) && crate::screens::controls::is_caption(text);
    let sends = genre == Genre::Form
        && at + 1 == reader.brief.literals.len()
        && crate::screens::controls::presses(text);
    if signs_in(genre, text) && heads_the_screen(&reader.brief, at) {
        return Some(Role::Title);
    }
    if is_call(text) || signs_in(genre, text) || captioned || sends {
        return Some(Role::Button);
    }
    let dated = text.starts_with(|c: char| c.is_ascii_digit()) || opens_with_month(text);
    (genre == Genre::Timeline && dated).then_some(Role::Item)
}

/// "login page “Sign in” with a button “Continue”": words right behind the kind of screen head it where another text is on the
/// button.
fn heads_the_screen(brief: &Brief, at: usize) -> bool {
    let start = brief.literals[at].span.start;
    let between = brief
        .genre_span
        .as_ref()
        .and_then(|span| brief.prompt.get(span.end..start));
    let right_behind = between.is_some_and(|words| !words.contains(char::is_alphanumeric));
    let pressed =
        |(other, literal): (usize, &crate::Literal)| other != at && literal.role == Role::Button;
    right_behind && brief.literals.iter().enumerate().any(pressed)
}

/// The first text leads where the kind takes a title, unless it is one of several alike.
fn leads(reader: &Reader<'_>, at: usize, head: Option<usize>) -> Option<Role> {
    let genre = reader.brief.genre;
    let among = is_listed(&reader.brief, at) && genres::lists_first(genre) && head != Some(at);
    let leads = genres::takes_title(genre)
        && !counts_all(&reader.brief)
        && !among
        && !is_setting(reader, at)
        && !is_told_figure(reader, at);
    leads.then_some(Role::Title)
}

/// "5 steps to compost: 'Collect scraps', …": as many texts in quotes as parts are told of; none of them heads the others.
fn counts_all(brief: &Brief) -> bool {
    let quoted = brief.literals.iter().filter(|l| l.origin == Origin::Quoted);
    let quoted = quoted.count();
    brief.genre == Genre::Infographic
        && quoted == brief.literals.len()
        && brief.constraints.iter().any(|constraint| {
            matches!(constraint, crate::Constraint::Count { of, n }
                if *n as usize == quoted && matches!(of.as_str(), "step" | "tip" | "fact" | "rule"))
        })
}

/// "called Fade Room: cut 25, beard 12. walk-ins welcome": what stands in a sentence of its own behind all goods and prices is a
/// note.
fn is_note(brief: &Brief, at: usize) -> bool {
    let literal = &brief.literals[at];
    let start = literal.span.start;
    let before = brief.prompt[..start].trim_end_matches([' ', '"', '“']);
    let apart = before.ends_with(['.', '!', ';', '\n']);
    let priced = |pair: &crate::Pair| brief.literals[pair.value].span.end <= start;
    brief.genre == Genre::Menu
        && apart
        && literal.text.contains(' ')
        && brief.pairs.len() > 1
        && brief.pairs.iter().all(priced)
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

/// What a prompt for settings names without quotes is a setting, not the heading.
fn is_setting(reader: &Reader<'_>, at: usize) -> bool {
    reader.brief.genre == Genre::Settings && reader.brief.literals[at].origin == Origin::Inferred
}
