//! Who is spoken to: "Happy birthday, Zoe!" is one sentence, although a comma stands in it.

use crate::{Brief, Genre, Origin, Role};

/// Longest name of who is spoken to, in words.
const WORDS_MAX: usize = 3;

/// Joins a greeting with the name behind its comma, where an exclamation mark closes both.
pub(super) fn settle(brief: &mut Brief) {
    let greets = matches!(
        brief.genre,
        Genre::SocialCard | Genre::Story | Genre::Poster | Genre::Banner | Genre::Invitation
    );
    if !greets {
        return;
    }
    let title = brief
        .literals
        .iter()
        .position(|l| l.role == Role::Title && l.origin != Origin::Quoted);
    let Some(title) = title else { return };
    let Some(next) = brief
        .literals
        .get(title + 1)
        .filter(|l| l.origin != Origin::Quoted)
    else {
        return;
    };
    let (from, to) = (&brief.literals[title].span, &next.span);
    let gap = brief.prompt.get(from.end..to.start).unwrap_or_default();
    let behind = brief.prompt.get(to.end..).unwrap_or_default();
    let mark = ["!", " !", "！"]
        .iter()
        .find(|mark| behind.starts_with(*mark));
    let closed = next.text.ends_with(['!', '！']) || mark.is_some();
    // Scripts without capitals have them by nothing else than their place.
    let name = next
        .text
        .starts_with(|c: char| c.is_alphabetic() && !c.is_lowercase())
        && next.text.split_whitespace().count() <= WORDS_MAX
        && !next.text.contains(|c: char| c.is_ascii_digit());
    let open = brief.prompt[from.clone()].ends_with(char::is_alphabetic);
    if !matches!(gap.trim(), "," | "，" | "、" | "،") || !closed || !name || !open {
        return;
    }
    let end = to.end + mark.map_or(0, |mark| mark.len());
    let whole = from.start..end;
    brief.remove_literal(title + 1);
    brief.literals[title].text = brief.prompt[whole.clone()].to_owned();
    brief.literals[title].span = whole;
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn a_greeting_keeps_the_name_behind_its_comma() {
        check_texts(&[
            (
                "birthday card: Happy birthday, Zoe!, pink background, balloons",
                &[(Role::Title, "Happy birthday, Zoe!")],
            ),
            (
                "kartka urodzinowa: Sto lat, Zosiu!, różowe tło, balony",
                &[(Role::Title, "Sto lat, Zosiu!")],
            ),
            (
                "생일 카드: 생일 축하해, 민준! 풍선과 케이크",
                &[(Role::Title, "생일 축하해, 민준!")],
            ),
            (
                "carte d'anniversaire : Joyeux anniversaire, Zoé !, fond rose",
                &[(Role::Title, "Joyeux anniversaire, Zoé !")],
            ),
        ]);
    }
}
