//! Words that introduce an enumeration.

use super::Head;
use crate::Role;
use crate::lexicon::{Policy, lexicon};
use crate::literals::singular;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Sep};

/// The name of a part at `at`, if words that introduce items follow.
pub(super) fn head_at(reader: &Reader<'_>, at: usize) -> Option<Head> {
    let usable = |i: usize| matches!(reader.uses[i], Use::Free | Use::Genre);
    let token = reader
        .tokens
        .get(at)
        .filter(|token| token.is_word() && usable(at))?;
    // "card number, password": a field, and no card with a number on it.
    if reader.key(at) == "card"
        && matches!(
            reader.key(at + 1),
            "number" | "holder" | "expiry" | "security" | "cvc" | "pin"
        )
    {
        return None;
    }
    // "step count 8,432": what is counted heads no list.
    if matches!(reader.key(at + 1), "count" | "counter") {
        return None;
    }
    let opens = at == reader.clause_start(at);
    if token.case != Case::Lower && !opens {
        return None;
    }
    // "a list of new hires: Ines, Tomas": what the list is called runs to its colon.
    list_until_colon(reader, at)
        .or_else(|| form(reader, at))
        .or_else(|| titled(reader, at))
        .or_else(|| {
            let known = lexicon()
                .roles
                .at_with(&reader.tokens, at, usable)
                .filter(|(_, word)| word.policy == Policy::Many)
                .map(|(len, word)| (len, word.role));
            noun(reader, at, known)
        })
}

/// "form with Email, Password".
fn form(reader: &Reader<'_>, at: usize) -> Option<Head> {
    let leads =
        matches!(reader.key(at + 1), "with" | "asking" | "for") || reader.sep(at + 1, Sep::Open);
    let form = matches!(reader.key(at), "form" | "card" | "modal")
        && leads
        && fields_follow(reader, at + 2);
    let named = reader.key(at) == "form"
        && reader.is_capital(at + 1)
        && reader.is_capital(at + 2)
        && fields_follow(reader, at + 1);
    (form || named).then(|| Head {
        start: at + 1 + usize::from(form),
        kind: "field".to_string(),
        role: Role::Field,
        strong: true,
        known: true,
    })
}

/// "notifications tab: email alerts on, weekly digest off": what stands under the tab, not the tabs.
fn titled(reader: &Reader<'_>, at: usize) -> Option<Head> {
    let titled = matches!(reader.key(at), "tab" | "section" | "panel" | "page")
        && at > reader.clause_start(at)
        && reader.sep(at + 1, Sep::Colon)
        && reader.brief.genre == crate::Genre::Settings;
    titled.then(|| Head {
        start: at + 2,
        kind: "setting".to_string(),
        role: Role::Item,
        strong: true,
        known: true,
    })
}

/// A noun, `known` to the lexicon by its length and role or else by its looks, with the items behind it.
fn noun(reader: &Reader<'_>, at: usize, known: Option<(usize, Role)>) -> Option<Head> {
    let counted = at > 0 && crate::numbers::count_at(&reader.tokens, at - 1).is_some();
    // "three features gps tracking, photo updates"
    let parts = matches!(reader.key(at), "features" | "benefits" | "perks");
    if counted
        && !parts
        && !reader.sep(at + 1, Sep::Colon)
        && reader.is_lower(at + 1)
        && !is_connector(reader.key(at + 1))
    {
        // "2 years old": the number's own noun.
        return None;
    }
    let (len, role, known) = match known {
        Some((len, role)) => (len, role, true),
        None if reader.is_free(at) && is_plural(reader, at) => (1, Role::Item, false),
        // "choose barber Alex, Marco or Jin".
        None if reader.is_free(at) && offers_choice(reader, at) => (1, Role::Item, false),
        None => return None,
    };
    let words = reader.keys(at, at + len);
    // "a list of conversations Anna, Ben": the second word names the items.
    let of = at + len + usize::from(reader.key(at + len) == "of");
    if words.starts_with("list") && of > at + 1 && is_plural(reader, of) {
        return None;
    }
    let (start, connectors) = connectors(reader, at + len);
    let sender = matches!(
        words.as_str(),
        "messages" | "emails" | "mails" | "notifications" | "calls" | "chats" | "conversations"
    );
    let from_people = sender && connectors.iter().any(|key| matches!(*key, "from" | "with"));
    if connectors.contains(&"from") && !from_people {
        return None;
    }
    let weak = ["for", "with", "of", "from", "the", "are"];
    let said = connectors.iter().any(|key| !weak.contains(key));
    let direct = start == at + len;
    // "Christmas Candle $24, …": the first word of a name that happens to end as plurals do.
    if direct && !known && reader.tokens[at].case != Case::Lower && reader.is_capital(start) {
        return None;
    }
    // "toggles for sound and light": the parts of a screen take their names from what follows.
    let named_for = known && connectors.contains(&"for") || is_control(&words);
    let kind = if from_people {
        "sender".to_string()
    } else {
        singular(&words)
    };
    let role = match role {
        _ if from_people => Role::Person,
        Role::Text => Role::Item,
        other => other,
    };
    (start < reader.len()).then_some(Head {
        start,
        kind,
        role,
        strong: said || named_for || known && direct,
        known,
    })
}

/// "list of new hires:": a list named in a few small words before a colon.
fn list_until_colon(reader: &Reader<'_>, at: usize) -> Option<Head> {
    const WORDS_MAX: usize = 3;
    if reader.key(at) != "list" || reader.key(at + 1) != "of" {
        return None;
    }
    let of = at + 2;
    let colon = (of + 1..=of + WORDS_MAX).find(|&at| reader.sep(at, Sep::Colon))?;
    let plain = (of..colon)
        .all(|at| reader.is_lower(at) && reader.tokens[at].is_word() && reader.is_free(at));
    plain.then(|| Head {
        start: colon + 1,
        kind: singular(&reader.keys(of, colon)),
        role: Role::Item,
        strong: true,
        known: true,
    })
}

/// Whether a singular noun leads a choice: a verb of choosing before it, names right behind it.
pub(super) fn offers_choice(reader: &Reader<'_>, at: usize) -> bool {
    let chosen = at > 0
        && (matches!(
            reader.key(at - 1),
            "choose" | "pick" | "select" | "your" | "a" | "the" | "book"
        ) || at > 1 && matches!(reader.key(at - 2), "choose" | "pick" | "select"));
    chosen
        && reader.is_capital(at + 1)
        && !lexicon().stops.contains_key(reader.key(at))
        && lexicon().components.at(&reader.tokens, at).is_none()
        && lexicon().genres.at(&reader.tokens, at).is_none()
        && lexicon().roles.at(&reader.tokens, at).is_none()
        && reader.clause_end(at) < at + 5
}

/// Parts whose items are their labels.
pub(super) fn is_control(words: &str) -> bool {
    matches!(
        words,
        "toggles"
            | "switches"
            | "tabs"
            | "fields"
            | "inputs"
            | "columns"
            | "lanes"
            | "checkboxes"
            | "chips"
            | "filters"
            | "options"
            | "chip"
            | "filter"
            | "sliders"
            | "widgets"
            | "categories"
    )
}

/// Whether names of fields follow.
pub(super) fn fields_follow(reader: &Reader<'_>, at: usize) -> bool {
    // "form with card number, expiry, CVC": small letters do where a list follows.
    let listed = reader.sep(reader.clause_end(at), Sep::Comma);
    (reader.is_capital(at) || listed)
        && matches!(
            reader.key(at),
            "email"
                | "e-mail"
                | "name"
                | "first"
                | "full"
                | "username"
                | "user"
                | "password"
                | "phone"
                | "your"
                | "date"
                | "address"
                | "company"
                | "message"
                | "subject"
                | "last"
                | "card"
                | "street"
                | "zip"
                | "city"
                | "country"
                | "postcode"
                | "topic"
        )
}

/// Words that may stand between the name of a part and its items.
pub(super) fn is_connector(key: &str) -> bool {
    matches!(
        key,
        "for"
            | "like"
            | "such"
            | "as"
            | "including"
            | "named"
            | "called"
            | "labelled"
            | "labeled"
            | "with"
            | "from"
            | "of"
            | "are"
            | "the"
            | "following"
            | "titled"
            | "saying"
            | "being"
            | "has"
            | "listing"
            | "containing"
    )
}

/// Lists whose items are people, perhaps with what they are.
pub(super) fn names_people(kind: &str) -> bool {
    matches!(
        kind,
        "member"
            | "team member"
            | "team"
            | "row"
            | "user"
            | "employee"
            | "speaker"
            | "barber"
            | "doctor"
            | "agent"
            | "driver"
            | "contact"
            | "player"
            | "teacher"
            | "coach"
            | "staff"
            | "customer"
            | "candidate"
    )
}

/// Whether a word is a plural noun, by the vocabulary or else by its looks: "canvas" is none.
pub(super) fn is_plural(reader: &Reader<'_>, at: usize) -> bool {
    let key = reader.key(at);
    if let Some(noun) = lexicon().nouns.get(key) {
        return noun.plural && key != "people";
    }
    let stem = singular(key);
    key.len() > 3
        && key.ends_with('s')
        && !key.ends_with("ss")
        && !key.ends_with("us")
        && !key.ends_with("is")
        && !lexicon().stops.contains_key(key)
        && (!lexicon().verbs.contains_key(key) || reader.sep(at + 1, Sep::Colon))
        && stem != key
}

/// Skips the words between a part's name and its items; returns them too (a colon or bracket as ":").
pub(super) fn connectors<'r>(reader: &'r Reader<'_>, from: usize) -> (usize, Vec<&'r str>) {
    let mut at = from;
    let mut found = Vec::new();
    while at < from + CONNECTORS_MAX {
        if let Some(len) = place_len(reader, at) {
            at += len;
            continue;
        }
        let key = reader.key(at);
        let word = reader.is_lower(at) && is_connector(key);
        let opened = reader.sep(at, Sep::Colon) || reader.sep(at, Sep::Open);
        let line = reader.sep(at, Sep::Line) && found.last() == Some(&":");
        let bullet = (reader.sep(at, Sep::Dash) || reader.sep(at, Sep::Other)) && at > from;
        if word {
            found.push(key);
        } else if opened {
            found.push(":");
        } else if !(line || bullet) {
            break;
        }
        at += 1;
    }
    (at, found)
}

/// "on the left", "at the bottom", "left side": tokens of a place on the screen, where its items follow.
fn place_len(reader: &Reader<'_>, from: usize) -> Option<usize> {
    let mut at = from;
    if matches!(reader.key(at), "on" | "at" | "in" | "along" | "to") && reader.is_lower(at) {
        at += 1 + usize::from(reader.key(at + 1) == "the");
    }
    let side = |key: &str| {
        matches!(
            key,
            "left" | "right" | "top" | "bottom" | "side" | "below" | "above" | "center" | "middle"
        )
    };
    if !side(reader.key(at)) || !reader.is_lower(at) {
        return None;
    }
    while side(reader.key(at)) || matches!(reader.key(at), "edge" | "hand") {
        at += 1;
    }
    let leads = reader.sep(at, Sep::Colon)
        || reader.sep(at, Sep::Open)
        || is_connector(reader.key(at)) && reader.is_lower(at);
    (leads || reader.is_capital(at)).then_some(at - from)
}

/// Words between a part's name and its first item, at most.
pub(super) const CONNECTORS_MAX: usize = 8;
