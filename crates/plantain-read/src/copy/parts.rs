//! Parts that the prompt names beside a text: what somebody is, what a label is for, where a picture will be shown.

mod magazine;

pub(crate) use magazine::masthead;

use super::{dress, emit, evidence, goods, literals_in, mending, spoken, tokens_of};
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::tokens::{Sep, lower};
use crate::{Genre, Origin, Role};

/// Words that join a name to what is called by it; what stands before says what it is.
const CALLING: &[&str] = &[
    " called ",
    " named ",
    " llamado ",
    " llamada ",
    " appelé ",
    " appelée ",
    " nommé ",
    " nommée ",
    " namens ",
    " genannt ",
    " chamado ",
    " chamada ",
    " chiamato ",
    " chiamata ",
    " genaamd ",
    " o nazwie ",
    " под названием ",
    " під назвою ",
    " adlı ",
];

/// Takes out what is no text of the piece, before its lines are put together.
pub(super) fn before(reader: &mut Reader<'_>) {
    dress::drop_platforms(reader);
    dress::drop_dress(reader);
    part_called(reader);
}

/// Gives what was found its part, and finds what stands beside it.
pub(super) fn after(reader: &mut Reader<'_>) {
    trade(reader);
    goods::read(reader);
    magazine::part_issue(reader);
    press(reader);
    admits(reader);
    occasion(reader);
    spoken::read(reader);
    drop_media(reader);
    drop_leads(reader);
}

/// "an Italian trattoria called Da Gino": the name is the title, what it is stands above it.
fn part_called(reader: &mut Reader<'_>) {
    for index in 0..reader.brief.literals.len() {
        let literal = reader.brief.literals[index].clone();
        if literal.origin == Origin::Quoted {
            continue;
        }
        let text = lower(&literal.text);
        let cut = CALLING
            .iter()
            .find_map(|word| text.find(word).map(|at| (at, at + word.len())));
        let Some((head, name)) = cut.filter(|_| text.len() == literal.text.len()) else {
            continue;
        };
        let start = literal.span.start;
        let own = &mut reader.brief.literals[index];
        own.text = literal.text[name..].trim().to_string();
        own.span = start + name..literal.span.end;
        own.role = Role::Title;
        let kind = literal.text[..head].trim();
        if kind.split(' ').count() >= 2 {
            reader.brief.literals.push(crate::Literal {
                text: kind.to_string(),
                span: start..start + head,
                role: Role::Kicker,
                ..literal.clone()
            });
        }
    }
}

/// "business card photographer Lena Fischer", "avvocato Laura Bianchi": what stands before the name is the trade.
fn trade(reader: &mut Reader<'_>) {
    const SMALL: &[&str] = &[
        "for", "of", "a", "an", "the", "our", "my", "named", "called", "name", "@de", "by",
    ];
    if !matches!(reader.brief.genre, Genre::BusinessCard | Genre::Banner) {
        return;
    }
    let card = reader.brief.genre == Genre::BusinessCard;
    let named = |l: &crate::Literal| {
        matches!(l.role, Role::Person | Role::Brand)
            || card && matches!(l.role, Role::Title | Role::Text) && l.origin == Origin::Quoted
    };
    let names: Vec<usize> = (0..reader.brief.literals.len())
        .filter(|&i| named(&reader.brief.literals[i]))
        .collect();
    for name in names {
        let Some((first, _)) = tokens_of(reader, name) else {
            continue;
        };
        let mut start = reader.clause_start(first);
        let mut first = first;
        // "business card for a tattoo artist, Mara Voss": the work may stand in the clause before the name.
        if start == first && first >= 2 && works_before(reader, first - 1) {
            first -= 1;
            start = reader.clause_start(first - 1);
        }
        let mut from = (start..first)
            .rfind(|&at| reader.uses[at] == Use::Genre)
            .map_or(start, |genre| genre + 1);
        while from < first && (SMALL.contains(&reader.key(from)) || reader.is_sep(from)) {
            from += 1;
        }
        let mut to = first;
        while to > from && SMALL.contains(&reader.key(to - 1)) {
            to -= 1;
        }
        let told = (1..=4).contains(&to.saturating_sub(from))
            && (from..to).all(|at| {
                reader.tokens[at].is_word()
                    && matches!(
                        reader.uses[at],
                        Use::Free | Use::Topic | Use::Object | Use::Carrier | Use::Look | Use::Role
                    )
            })
            && literals_in(reader, from, to).is_empty()
            && reader.form(from) != Some(FormKind::Price)
            && !evidence::steers_by_words(reader, from, to);
        if !told {
            continue;
        }
        mending::drop_objects(reader, from, to);
        emit(reader, from, to, Role::Subtitle);
        if reader.brief.genre == Genre::Banner {
            reader.brief.literals[name].role = Role::Title;
        }
    }
}

/// Whether the clause that ends at this comma says of whom the card is by what that person does, and nothing else does.
fn works_before(reader: &Reader<'_>, comma: usize) -> bool {
    let last = comma - 1;
    let is_person = |word: &str| {
        [
            crate::lexicon::lexicon().nouns.get(word),
            crate::kinds::kinds().nouns().get(word),
        ]
        .iter()
        .flatten()
        .any(|noun| noun.category == "person")
    };
    let posted = reader.brief.literals.iter().any(|l| {
        l.origin != Origin::Quoted && l.text.split(' ').any(|word| is_person(&lower(word)))
    });
    reader.brief.genre == Genre::BusinessCard
        && reader.sep(comma, Sep::Comma)
        && (reader.clause_start(last)..last).any(|at| reader.uses[at] == Use::Genre)
        && (is_person(reader.key(last)) || crate::posts::is_post(reader.key(last)))
        && !posted
}

/// "invitation to our housewarming", "halloween party invite": without a name, what is held is the title.
fn occasion(reader: &mut Reader<'_>) {
    const DETERMINERS: &[&str] = &["our", "my", "the", "a", "an", "his", "her", "their", "your"];
    let told = |l: &crate::Literal| {
        l.origin == Origin::Quoted
            || l.origin == Origin::Introduced && matches!(l.role, Role::Title | Role::Person)
            || l.role == Role::Title && !l.text.ends_with('!')
    };
    if reader.brief.genre != Genre::Invitation
        || reader.brief.language.0 != "en"
        || reader.brief.literals.iter().any(told)
    {
        return;
    }
    let Some(genre) = (0..reader.clause_end(0)).rfind(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let plain = |reader: &Reader<'_>, from: usize, to: usize| {
        (1..=5).contains(&to.saturating_sub(from))
            && (from..to).all(|at| {
                reader.tokens[at].is_word()
                    && matches!(
                        reader.uses[at],
                        Use::Free
                            | Use::Topic
                            | Use::Object
                            | Use::Carrier
                            | Use::Look
                            | Use::Genre
                    )
            })
            && literals_in(reader, from, to).is_empty()
    };
    let mut from = genre + 1;
    if matches!(reader.key(from), "to" | "for") {
        from += 1;
    }
    while DETERMINERS.contains(&reader.key(from)) {
        from += 1;
    }
    let close = reader.clause_end(from.min(reader.len()));
    let behind = from > genre + 2 && plain(reader, from, close);
    let start = (0..genre)
        .find(|&at| reader.uses[at] != Use::Carrier && !DETERMINERS.contains(&reader.key(at)))
        .unwrap_or(genre);
    let mut end = genre + 1;
    while end > start && reader.uses[end - 1] == Use::Genre && reader.key(end - 1) != "party" {
        end -= 1;
    }
    let (from, to) = if behind {
        (from, close)
    } else if end >= start + 2 && plain(reader, start, end) {
        (start, end)
    } else {
        return;
    };
    for literal in &mut reader.brief.literals {
        if literal.role == Role::Title {
            literal.role = Role::Subtitle;
        }
    }
    mending::drop_objects(reader, from, to);
    emit(reader, from, to, Role::Title);
}

/// "shop now button": the word for the part is no part of its text.
fn press(reader: &mut Reader<'_>) {
    for literal in &mut reader.brief.literals {
        if literal.origin == Origin::Quoted {
            continue;
        }
        if let Some(text) = literal.text.strip_suffix(" button").map(str::to_string) {
            literal.span.end = literal.span.start + text.len();
            literal.text = text;
            literal.role = Role::Button;
        }
    }
}

/// "Kinoticket: Metropolis, Saal 3, 20:15": what a ticket is for stands first.
fn admits(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::Ticket
        || reader.brief.literals.iter().any(|l| l.role == Role::Title)
    {
        return;
    }
    let Some(genre) = reader.brief.genre_span.clone() else {
        return;
    };
    let first = reader
        .brief
        .literals
        .iter()
        .enumerate()
        .filter(|(_, l)| l.span.start >= genre.end)
        .min_by_key(|(_, l)| l.span.start)
        .map(|(index, _)| index);
    let Some(first) = first else { return };
    let literal = &reader.brief.literals[first];
    let named = literal.text.starts_with(char::is_uppercase)
        && literal.text.chars().filter(|c| c.is_alphabetic()).count() >= 3
        && !matches!(
            literal.role,
            Role::Date | Role::Time | Role::Price | Role::Value
        );
    if named {
        reader.brief.literals[first].role = Role::Title;
        for pair in &mut reader.brief.pairs {
            if pair.label == Some(first) {
                pair.label = None;
                pair.label_text.clear();
            }
        }
    }
}

/// "여름 세일 포스터", "yaz indirimi posteri": where the medium stands behind its noun it is no part of the text.
fn drop_media(reader: &mut Reader<'_>) {
    const MEDIA: &[&str] = &[
        "poster",
        "banner",
        "flyer",
        "card",
        "label",
        "sign",
        "ticket",
        "invitation",
        "sticker",
        "logo",
        "post",
        "story",
        "cover",
    ];
    let head_final = matches!(
        reader.brief.language.0.as_str(),
        "ko" | "tr" | "hi" | "ja" | "zh"
    );
    if !head_final {
        return;
    }
    let language = reader.brief.language.0.clone();
    let bare = |text: &str| {
        let (rest, last) = text.rsplit_once(' ')?;
        let key = crate::english(last, &language);
        let medium = key
            .rsplit(' ')
            .next()
            .is_some_and(|word| MEDIA.contains(&word));
        medium.then(|| rest.trim_end().len())
    };
    for literal in &mut reader.brief.literals {
        if literal.origin == Origin::Quoted {
            continue;
        }
        if let Some(end) = bare(&literal.text) {
            literal.text.truncate(end);
            literal.span.end = literal.span.start + end;
        }
    }
    if let Some(headline) = &mut reader.brief.headline
        && let Some(end) = bare(headline)
    {
        headline.truncate(end);
    }
}

/// "On Saturday 9 May": behind a name the day stands without its preposition.
fn drop_leads(reader: &mut Reader<'_>) {
    if reader.brief.language.0 != "en" {
        return;
    }
    let prompt = reader.prompt;
    for literal in &mut reader.brief.literals {
        let lead = match literal.role {
            Role::Date | Role::Time => "on ",
            Role::Title => "name ",
            _ => continue,
        };
        let Some(rest) = literal
            .text
            .strip_prefix(lead)
            .filter(|_| literal.origin != Origin::Quoted)
        else {
            continue;
        };
        literal.span.start = literal.span.end - rest.len();
        literal.text = prompt[literal.span.clone()].to_string();
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;

    /// A prompt, a role in it, and a text that has the role.
    type Case = (&'static str, Role, &'static str);

    fn check(cases: &[Case]) {
        for (prompt, role, want) in cases {
            let brief = crate::read(prompt);
            let found = brief
                .literals
                .iter()
                .filter(|l| l.role == *role)
                .any(|l| l.text == *want);
            assert!(found, "{prompt}: {:?}", brief.literals);
        }
    }

    #[test]
    fn names_are_parted_from_what_they_are() {
        check(&[
            (
                "business card photographer Lena Fischer, black minimal, www.lenafischer.de",
                Role::Subtitle,
                "photographer",
            ),
            (
                "menu for an Italian trattoria called Da Gino: bruschetta 6, caprese 8",
                Role::Title,
                "Da Gino",
            ),
            (
                "Banner para Facebook: Gran apertura de Panadería Luna, 3 de agosto",
                Role::Title,
                "Gran apertura de Panadería Luna",
            ),
            (
                "label for homemade chili oil, extra hot, 200 ml, made by Wei",
                Role::Title,
                "homemade chili oil",
            ),
            (
                "menü: Mercimek çorbası 60 TL, Künefe 110 TL, başlık Ocakbaşı",
                Role::Price,
                "60 TL",
            ),
            (
                "magazine cover for TERRA issue 7 spring 2026",
                Role::Title,
                "TERRA",
            ),
            (
                "fashion magazine cover VOLT, headline 'Neon nights', 'Spring coats', issue 12",
                Role::Title,
                "VOLT",
            ),
            (
                "magazine cover HOLM, issue 4, main story Rivers that remember",
                Role::Subtitle,
                "Rivers that remember",
            ),
        ]);
    }

    #[test]
    fn people_are_parted_from_their_work() {
        check(&[
            (
                "quote: the obstacle is the way, marcus aurelius, minimal beige",
                Role::Attribution,
                "marcus aurelius",
            ),
            (
                "'Simplicity is the ultimate sophistication.' Leonardo da Vinci quote card",
                Role::Attribution,
                "Leonardo da Vinci",
            ),
            (
                "certificate: Employee of the Month, Rosa Diaz, March 2027, signed Paul Kent, Manager",
                Role::Attribution,
                "Paul Kent",
            ),
            (
                "cover of a slow mystery novel 'The Salt Ledger' by Iris Vane",
                Role::Person,
                "Iris Vane",
            ),
            (
                "story: 'The Quiet Engine', podcast with Dr. Amara Obi, link in bio",
                Role::Person,
                "Dr. Amara Obi",
            ),
            (
                "certificate of completion awarded to Noor Haddad for finishing 'Advanced Pottery', 12 May 2027",
                Role::Subtitle,
                "Advanced Pottery",
            ),
        ]);
    }

    #[test]
    fn offers_are_parted_from_goods() {
        check(&[
            (
                "여름 세일 포스터, 전 품목 50% 할인, 7월 1일~7월 15일",
                Role::Date,
                "7월 1일~7월 15일",
            ),
            (
                "price label for vinyl records, now $12 was $20",
                Role::OldPrice,
                "$20",
            ),
            (
                "Yaz indirimi posteri, %40'a varan indirim, 1-15 Temmuz",
                Role::Title,
                "Yaz indirimi",
            ),
            (
                "cafe chalkboard: Soup of the day leek & potato, quiche with salad 9.50, apple pie 4",
                Role::Item,
                "quiche with salad",
            ),
            (
                "price tag Ceramic vase was 45 € now 29 €",
                Role::Title,
                "Ceramic vase",
            ),
            ("price tag Merino Scarf $59 now $39", Role::OldPrice, "$59"),
        ]);
    }

    #[test]
    fn events_are_parted_from_their_say() {
        check(&[
            (
                "invitation to our housewarming, Sat 15 Aug 6pm, 22 Fern Road, bring a plant! Ben & Zoe",
                Role::Title,
                "housewarming",
            ),
            (
                "inspirational quote: The best time to plant a tree was 20 years ago. The second best time is now. nature",
                Role::Title,
                "The best time to plant a tree was 20 years ago. The second best time is now.",
            ),
            (
                "yard sale poster: Saturday June 12, 8am to 2pm, 45 Birch Lane, furniture, toys, books",
                Role::Body,
                "toys",
            ),
        ]);
    }
}
