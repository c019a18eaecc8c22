//! Greetings: "happy mother's day", "frohe Weihnachten", "с днём рождения" are what a card says.

use super::emit;
use crate::outline::lowered;
use crate::reader::{Reader, Use};
use crate::tokens::Kind;
use crate::{Genre, Role};

/// How greetings begin, in lower case. They go on to the end of their clause, or to what steers the picture.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "happy birthday", "happy mother", "happy father", "happy valentine", "happy new year", "happy easter",
    "happy holidays", "happy halloween", "happy thanksgiving", "happy anniversary", "happy diwali", "happy eid",
    "happy hanukkah", "happy women", "happy teacher", "happy retirement", "happy graduation", "happy lunar new year",
    "happy chinese new year", "happy earth day", "happy friday", "happy monday", "merry christmas", "season's greetings",
    "congratulations", "congrats", "get well soon", "good luck", "thank you for", "thank you,", "thank you!",
    "with deepest sympathy", "welcome home", "welcome baby", "bon voyage", "best wishes", "eid mubarak",
    "ramadan mubarak", "ramadan kareem", "we will miss you", "just married",
    "feliz cumpleaños", "feliz navidad", "feliz año", "feliz día", "felices fiestas", "felicidades", "felicitaciones",
    "joyeux anniversaire", "joyeux noël", "joyeuses fêtes", "joyeuses pâques", "bonne année", "bonne fête", "félicitations",
    "alles gute", "frohe weihnachten", "frohe ostern", "frohes neues", "frohes fest", "herzlichen glückwunsch",
    "gute besserung", "schöne feiertage",
    "feliz aniversário", "feliz natal", "feliz ano novo", "feliz páscoa", "boas festas", "parabéns",
    "buon compleanno", "buon natale", "buone feste", "buona pasqua", "buon anno", "felice anno", "tanti auguri", "auguri",
    "fijne feestdagen", "gefeliciteerd", "gelukkig nieuwjaar", "vrolijk kerstfeest", "van harte beterschap",
    "wszystkiego najlepszego", "wesołych świąt", "szczęśliwego nowego roku", "sto lat",
    "doğum günün kutlu", "doğum gününüz kutlu", "mutlu yıllar", "iyi bayramlar", "yeni yılın kutlu", "ramazan bayramınız",
    "с днём рождения", "с днем рождения", "с новым годом", "с рождеством", "с праздником", "с 8 марта", "поздравляем",
    "з днем народження", "з новим роком", "з різдвом", "вітаємо", "щасливого різдва",
    "عيد مبارك", "كل عام وأنتم بخير", "كل عام وانتم بخير", "رمضان كريم", "رمضان مبارك", "عيد ميلاد سعيد", "ألف مبروك",
    "מזל טוב", "חג שמח", "שנה טובה", "יום הולדת שמח", "חנוכה שמח",
    "जन्मदिन मुबारक", "जन्मदिन की शुभकामनाएँ", "जन्मदिन की हार्दिक", "दिवाली की शुभकामनाएँ", "दिवाली की हार्दिक", "शुभ दीपावली",
    "शुभ दिवाली", "होली की शुभकामनाएँ", "नव वर्ष की", "ईद मुबारक",
    "生日快乐", "新年快乐", "中秋快乐", "中秋节快乐", "春节快乐", "圣诞快乐", "恭喜发财", "母亲节快乐", "教师节快乐",
    "お誕生日おめでとう", "誕生日おめでとう", "あけましておめでとう", "メリークリスマス", "母の日ありがとう", "ご結婚おめでとう",
    "생일 축하", "새해 복 많이", "메리 크리스마스", "결혼을 축하", "추석 잘", "축하합니다",
];

/// Whether a prompt greets somebody.
pub(crate) fn greets(prompt: &str) -> bool {
    let lower = lowered(prompt);
    OPENINGS.iter().any(|opening| lower.contains(opening))
}

/// Claims the greeting of a card as its title.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    let speaks = matches!(
        reader.brief.genre,
        Genre::Poster
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Story
            | Genre::Invitation
            | Genre::Sticker
            | Genre::PrintMotif
            | Genre::QuoteCard
            | Genre::Chalkboard
            | Genre::Sign
    );
    if !speaks || !reader.quoted.is_empty() || !reader.brief.literals.is_empty() {
        return;
    }
    let lower = lowered(reader.prompt);
    let begins = |at: usize| {
        lower[..at]
            .chars()
            .next_back()
            .is_none_or(|c| !c.is_alphanumeric() || u32::from(c) >= 0x2e80)
    };
    let Some((start, opened)) = OPENINGS
        .iter()
        .filter_map(|opening| {
            let at = lower.find(opening).filter(|at| begins(*at))?;
            Some((at, at + opening.len()))
        })
        .min()
    else {
        return;
    };
    let Some(from) = (0..reader.len()).find(|&at| reader.tokens[at].span.end > start) else {
        return;
    };
    let close = reader.clause_end(from);
    let stops = |reader: &Reader<'_>, at: usize| {
        matches!(
            reader.key(at),
            "with"
                | "w/"
                | "in"
                | "using"
                | "featuring"
                | "background"
                | "card"
                | "poster"
                | "@con"
        ) || matches!(reader.tokens[at].kind, Kind::Emoji)
            || reader.uses[at] == Use::Genre
    };
    let to = (from + 1..close)
        .filter(|&at| reader.tokens[at].span.start >= opened)
        .find(|&at| stops(reader, at))
        .unwrap_or(close);
    let free = (from..to).all(|at| {
        matches!(
            reader.uses[at],
            Use::Free | Use::Topic | Use::Carrier | Use::Genre
        )
    });
    if free && to - from <= 10 {
        emit(reader, from, to, Role::Title);
        senders(reader, to);
    }
}

/// "…, from all of us at Northwind": who greets, in the words of the card.
fn senders(reader: &mut Reader<'_>, from: usize) {
    const WORDS_MAX: usize = 9;
    let opens = |at: usize| {
        let love = matches!(reader.key(at), "love" | "yours")
            || reader.key(at) == "with" && matches!(reader.key(at + 1), "love" | "best" | "warm");
        let from = reader.key(at) == "from"
            && matches!(
                reader.key(at + 1),
                "all" | "everyone" | "everybody" | "the" | "your" | "our"
            );
        at == reader.clause_start(at) && reader.is_lower(at) && (love || from)
    };
    let Some(at) = (from..reader.len()).find(|&at| opens(at)) else {
        return;
    };
    let to = reader.clause_end(at);
    if to - at >= 2 && to - at <= WORDS_MAX && (at..to).all(|i| reader.is_free(i)) {
        emit(reader, at, to, Role::Body);
    }
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn who_greets_stands_below() {
        let brief = read("happy new year 2027 banner with fireworks, from all of us at Northwind");
        let texts: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
        assert_eq!(
            texts,
            ["happy new year 2027", "from all of us at Northwind"]
        );
    }

    #[test]
    fn greetings_are_what_a_card_says() {
        for (prompt, want) in [
            (
                "Instagram post: happy mother's day with flowers, soft pink",
                "happy mother's day",
            ),
            (
                "birthday card: Happy Birthday Nora! with balloons",
                "Happy Birthday Nora!",
            ),
            (
                "Weihnachtskarte: Frohe Weihnachten, mit Tannenbaum",
                "Frohe Weihnachten",
            ),
            (
                "открытка: С днём рождения, мама! с тюльпанами",
                "С днём рождения",
            ),
        ] {
            let brief = read(prompt);
            let title = brief.literals.iter().find(|l| l.role == Role::Title);
            assert_eq!(title.map(|l| l.text.as_str()), Some(want), "{prompt}");
        }
    }
}
