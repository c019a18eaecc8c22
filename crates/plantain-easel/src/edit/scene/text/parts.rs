//! Parts of texts that go while the rest stays: a post, a time, what stands below a key.

use plantain_read::{Referent, Role, Target, closing_name};

use crate::edit::scene::find::fold;
use crate::edit::scene::sheet::Sheet;

/// "Change the title to Creative Director" on a business card whose line reads "Ana Ruiz, Designer" means the post.
pub(super) fn job_title(sheet: &Sheet<'_>, target: &Target, old: &str, to: &str) -> Option<String> {
    let card = sheet.is_of_genre(&["BusinessCard"]);
    if !card || target.what != Referent::Role(Role::Title) || to.contains(',') {
        return None;
    }
    let (name, post) = old.rsplit_once(", ")?;
    (!post.is_empty()).then(|| format!("{name}, {to}"))
}

/// "2018 should read Berlin office" where the lines read "2018" and "First office": what stands below the key is meant.
pub(super) fn under_key(target: &Target, old: &str, to: &str) -> Option<String> {
    let Referent::Text(key) = &target.what else {
        return None;
    };
    let (first, _) = old.split_once('\n')?;
    let figure = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
    let keyed = fold(first) == fold(key) && figure(key) && !figure(to);
    keyed.then(|| format!("{first}\n{to}"))
}

/// "Rename 2022 to Series B, 20 M" where the lines read "2022" and "Series B": the entry goes by its first line, and what it
/// says is its second.
pub(super) fn entry(old: &str, key: &str, to: &str) -> Option<String> {
    let (first, rest) = old.split_once('\n')?;
    let goes_on = fold(first) == fold(key) && fold(to).starts_with(&fold(rest));
    goes_on.then(|| format!("{first}\n{to}"))
}

/// "Change the time to 4 pm" where the line reads "Saturday 3 pm": only what has the form of a time, or a price, goes.
pub(super) fn form_within(target: &Target, old: &str, to: &str) -> Option<String> {
    let Referent::Role(role) = target.what else {
        return None;
    };
    let digits = |word: &str| word.bytes().any(|b| b.is_ascii_digit());
    let half = |word: &str| {
        matches!(
            word.to_lowercase().trim_matches('.'),
            "am" | "pm" | "a.m" | "p.m" | "uhr" | "h"
        )
    };
    if role == Role::Date {
        return crate::edit::scene::data::redated(old, to);
    }
    if role == Role::Contact {
        return reached_by(old, to);
    }
    let words: Vec<&str> = old.split(' ').collect();
    let at = words.iter().enumerate().position(|(i, word)| match role {
        Role::Time => {
            let lower = word.to_lowercase();
            digits(word)
                && (word.contains(':')
                    || lower.ends_with("am")
                    || lower.ends_with("pm")
                    || words.get(i + 1).is_some_and(|n| half(n)))
        }
        Role::Price => digits(word) && word.contains(['$', '€', '£', '¥', '₹']),
        _ => false,
    })?;
    let mut end = at + 1;
    if role == Role::Time && words.get(end).is_some_and(|word| half(word)) {
        end += 1;
    }
    // Only a part of the line, and what comes is of that form alone.
    if end - at == words.len() || to.split(' ').count() > 2 || !digits(to) {
        return None;
    }
    let mut new: Vec<&str> = words[..at].to_vec();
    new.push(to);
    new.extend(&words[end..]);
    Some(new.join(" "))
}

/// "Change the phone to 555-0199" where the line reads "Phone 555-0101": what leads the number stays.
fn reached_by(old: &str, to: &str) -> Option<String> {
    let reached = |word: &str| word.contains('@') || word.bytes().any(|b| b.is_ascii_digit());
    let at = old.find(|c: char| c.is_ascii_digit() || matches!(c, '+' | '(' | '@'))?;
    let lead = old[..at].rfind(' ').map_or(0, |blank| blank + 1);
    let start = if old[at..].starts_with('@') { lead } else { at };
    let worded = old[..start].chars().filter(|c| c.is_alphabetic()).count() > 1;
    let ends = old.split(' ').next_back().is_some_and(reached);
    let bare = to.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '+' | '('))
        || to.contains('@') && !to.contains(' ');
    (worded && ends && bare).then(|| format!("{}{to}", &old[..start]))
}

/// A bare figure in the place of a price has its sign.
pub(super) fn signed(target: &Target, old: &str, to: &str) -> String {
    let sign = old
        .chars()
        .next()
        .filter(|c| matches!(c, '$' | '€' | '£' | '¥' | '₹'));
    let bare = to.starts_with(|c: char| c.is_ascii_digit())
        && to
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    match (sign, &target.what) {
        (Some(sign), Referent::Role(Role::Price)) if bare => format!("{sign}{to}"),
        _ => to.to_owned(),
    }
}

/// "The name is Pam" where a text ends in a name: "Get well soon Sam" is "Get well soon Pam".
pub(super) fn name_within(target: &Target, old: &str, to: &str) -> Option<String> {
    let whole = matches!(target.what, Referent::Role(Role::Person)) && !to.contains(' ');
    let name = closing_name(old).filter(|_| whole)?;
    old.strip_suffix(name).map(|before| format!("{before}{to}"))
}
