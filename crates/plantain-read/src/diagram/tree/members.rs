//! Members of a tree: names, the posts before them, what stands in brackets behind them.

use super::words::BELOW;
use crate::diagram::content::{Run, list, trim};
use crate::diagram::{emit, grow};
use crate::literals::{capitalized, singular};
use crate::numbers::count_at;
use crate::reader::Reader;
use crate::tokens::{Case, Sep};
use crate::{Literal, Role};

/// Words for parts of an organisation.
const UNITS: &[&str] = &[
    "teams",
    "dept",
    "depts",
    "department",
    "units",
    "unit",
    "groups",
    "group",
    "areas",
    "squads",
    "squad",
    "divisions",
    "division",
];

/// "CTO (Frontend, Backend)": a name and several texts in brackets.
pub(super) fn bracketed(reader: &Reader<'_>, run: Run) -> (Run, Option<Run>) {
    let Some(open) = (run.0 + 1..run.1).find(|&at| reader.sep(at, Sep::Open)) else {
        return (run, None);
    };
    let close = (open + 1..run.1)
        .rev()
        .find(|&at| reader.sep(at, Sep::Close))
        .unwrap_or(run.1);
    // "(teams: Platform, Mobile)", "(team: Payroll)": the word before the colon only says what they are.
    let said = reader.sep(open + 2, Sep::Colon)
        && (BELOW.contains(&reader.key(open + 1)) || UNITS.contains(&reader.key(open + 1)));
    let from = open + 1 + 2 * usize::from(said);
    if !said && list(reader, (from, close)).len() < 2 {
        return (run, None);
    }
    ((run.0, open), Some((from, close)))
}

pub(super) fn plain_words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '’'))
        .map(|word| {
            let word = word.to_lowercase();
            word.trim_end_matches("'s")
                .trim_end_matches("’s")
                .to_string()
        })
        .filter(|word| !word.is_empty() && !matches!(word.as_str(), "the" | "a" | "an"))
        .collect()
}

/// "2 managers": a count and a plural, and no name.
pub(super) fn items_lead_in(reader: &Reader<'_>, item: Run) -> bool {
    let last = item.1 - 1;
    let counted = item.1 - item.0 == 2 && count_at(&reader.tokens, item.0).is_some();
    let alone =
        item.1 - item.0 == 1 && reader.sep(item.1, Sep::Comma) && reader.is_capital(item.1 + 1);
    (counted || alone) && reader.is_lower(last) && reader.key(last).ends_with('s')
}

/// "3 bakers: Ed, Flo", "deputy heads Hal and Ivy": the names, and the post that all of them share.
pub(super) fn headed_list(reader: &Reader<'_>, run: Run) -> (Run, Option<String>) {
    const POST_WORDS_MAX: usize = 3;
    let (from, to) = trim(reader, run);
    let counted = usize::from(count_at(&reader.tokens, from).is_some());
    let first = from + counted;
    let small = |at: usize| at + 1 < to && reader.is_lower(at) && reader.tokens[at].is_word();
    let joined = |at: usize| {
        matches!(
            reader.key(at),
            "and" | "with" | "are" | "the" | "of" | "for" | "two" | "three"
        )
    };
    let at = (first..(first + POST_WORDS_MAX).min(to))
        .take_while(|&at| small(at) && !joined(at))
        .last()
        .unwrap_or(first);
    // Elsewhere an "s" at the end makes no plural ("prezes Ewa Król").
    let english = reader.brief.language.0 == "en" || counted > 0;
    let plural = english
        && small(at)
        && reader.key(at).ends_with('s')
        && reader.key(at).len() > 3
        && !DEPARTMENTS.contains(&reader.key(at));
    let named = reader.is_capital(at + 1) || reader.sep(at + 1, Sep::Colon);
    // "4 boxes: Maths, Arts": what the members are drawn as is no post.
    let drawn = matches!(
        reader.key(at),
        "boxes" | "nodes" | "circles" | "people" | "names"
    );
    if plural && named && drawn && reader.sep(at + 1, Sep::Colon) {
        return ((at + 2, to), None);
    }
    if plural && named && !drawn && !BELOW.contains(&reader.key(at)) {
        let post = capitalized(&singular(reader.text(first, at + 1)));
        let skip = at + 1 + usize::from(reader.sep(at + 1, Sep::Colon));
        return ((skip, to), Some(post));
    }
    (run, None)
}

/// Adds a member; the post before the name is set apart ("CTO Ben Osei", "the principal is Mrs. Green").
pub(super) fn member(reader: &mut Reader<'_>, run: Run, parent: Option<usize>) -> usize {
    if let Some((name, partner)) = spouses(reader, run) {
        let at = grow(reader, name, parent, Role::Item);
        let partner = emit(reader, partner, Role::Item);
        reader.brief.tree[at].partner = Some(partner);
        return at;
    }
    let (post, name) = posted(reader, trim(reader, run));
    // `Manager "Ros Tully"`: the post stands before the quotes.
    let last = name.1 - 1;
    if name.0 < last && reader.tokens[last].quote().is_some() {
        emit(reader, (name.0, last), Role::Label);
        let label = reader.text(name.0, last).trim().to_string();
        let at = grow(reader, (last, name.1), parent, Role::Item);
        reader.brief.tree[at].post = Some(label);
        return at;
    }
    // "CTO Ben Osei", "QA Lead Petra": the post is a text of its own.
    if post.is_none()
        && let Some(end) = rank_end(reader, name)
    {
        emit(reader, (name.0, end), Role::Label);
        let label = reader
            .brief
            .literals
            .last()
            .map(|l: &Literal| l.text.clone());
        let at = grow(reader, (end, name.1), parent, Role::Item);
        reader.brief.tree[at].post = label;
        return at;
    }
    let at = grow(reader, name, parent, Role::Item);
    reader.brief.tree[at].post = post;
    at
}

/// Whether a form of address opens a name ("Mrs. Green").
pub(super) fn is_honored(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.key(at).trim_end_matches('.'),
        "mr" | "mrs"
            | "ms"
            | "miss"
            | "dr"
            | "prof"
            | "sir"
            | "frau"
            | "herr"
            | "mme"
            | "madame"
            | "monsieur"
    ) && reader.is_capital(at)
}

/// "the Headteacher, Mrs. Adeyemi": a post and who holds it.
pub(super) fn titled(reader: &mut Reader<'_>, post: Run, name: Run) -> usize {
    emit(reader, post, Role::Label);
    let label = reader.text(post.0, post.1).to_string();
    let at = grow(reader, name, None, Role::Item);
    reader.brief.tree[at].post = Some(label);
    at
}

/// "Paul (married to Rita)", "Paul (wife Rita)", "Paul oo Rita": two who stand in one place.
fn spouses(reader: &Reader<'_>, run: Run) -> Option<(Run, Run)> {
    const BONDS: &[&str] = &[
        "married",
        "wife",
        "husband",
        "spouse",
        "partner",
        "verheiratet",
        "oo",
        "casado",
        "casada",
        "marié",
        "mariée",
    ];
    let bond =
        (run.0 + 1..run.1).find(|&at| BONDS.contains(&reader.key(at)) && reader.is_lower(at))?;
    let mut from = bond + 1;
    while matches!(reader.key(from), "to" | "with" | "mit" | "con" | "à" | "is")
        || reader.sep(from, Sep::Colon)
    {
        from += 1;
    }
    let (name, partner) = (trim(reader, (run.0, bond)), trim(reader, (from, run.1)));
    let named = |run: Run| run.0 < run.1 && run.1 - run.0 <= 3 && reader.is_capital(run.0);
    (named(name) && named(partner)).then_some((name, partner))
}

/// Departments whose names sound like several people.
const DEPARTMENTS: &[&str] = &[
    "sales",
    "finances",
    "operations",
    "communications",
    "logistics",
    "purchases",
    "relations",
    "resources",
];

/// Returns where the post before a name ends: behind initials ("CTO"), or behind the word that closes it ("Dev Lead").
fn rank_end(reader: &Reader<'_>, (from, to): Run) -> Option<usize> {
    let worded = (from..to).all(|at| reader.tokens[at].is_wordlike());
    let named = |at: usize| {
        at < to && to - at <= 3 && (at..to).all(|i| reader.tokens[i].case == Case::Title)
    };
    let initials =
        reader.tokens[from].case == Case::Upper && (2..=4).contains(&reader.key(from).len());
    let closing = (from..to.saturating_sub(1))
        .rev()
        .find(|&at| crate::posts::is_post(reader.key(at)) && reader.is_capital(at));
    // "VP Sales Kim Roy": these initials name a department before the two words of the name.
    let department =
        matches!(reader.key(from), "vp" | "svp" | "evp" | "avp" | "gm") && to == from + 4;
    let short = initials.then_some(from + 1 + usize::from(department));
    let closing = closing.filter(|&at| !(department && at == from));
    let end = closing.map(|at| at + 1).or(short)?;
    (worded && named(end)).then_some(end)
}

/// Parts lower-case words before a name from it.
fn posted(reader: &Reader<'_>, run: Run) -> (Option<String>, Run) {
    let verb = (run.0 + 1..run.1.saturating_sub(1))
        .find(|&at| matches!(reader.key(at), "is" | "are") && reader.is_lower(at));
    let capital =
        (run.0..run.1).find(|&at| reader.is_capital(at) || reader.tokens[at].quote().is_some());
    let (end, name) = match (verb, capital) {
        (Some(verb), _) => {
            let name = trim(reader, (verb + 1, run.1));
            // "Maria is the CEO": the name comes first.
            if reader.is_capital(run.0)
                && reader.is_lower(name.0)
                && !matches!(reader.key(run.0), "the" | "our")
            {
                let first = (run.0, verb);
                let post = reader.text(name.0, name.1).to_string();
                return (Some(capitalized(&post)), first);
            }
            (verb, name)
        }
        (None, Some(capital)) if capital > run.0 && reader.is_lower(run.0) => {
            (capital, (capital, run.1))
        }
        _ => return (None, run),
    };
    let skipped = |at: usize| {
        reader.is_sep(at)
            || matches!(
                reader.key(at),
                "the"
                    | "a"
                    | "an"
                    | "our"
                    | "my"
                    | "her"
                    | "his"
                    | "their"
                    | "its"
                    | "one"
                    | "named"
                    | "called"
                    | "new"
                    | "is"
                    | "are"
            )
            || BELOW.contains(&reader.key(at))
            || matches!(
                reader.key(at),
                "grandparents" | "parents" | "siblings" | "cousins" | "great" | "couple"
            )
            || count_at(&reader.tokens, at).is_some()
    };
    let counted = (run.0..end).any(|at| count_at(&reader.tokens, at).is_some_and(|(_, n)| n > 1));
    let words: Vec<usize> = (run.0..end).filter(|&at| !skipped(at)).collect();
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else {
        return (None, name);
    };
    let text = reader.text(first, last + 1).to_string();
    let text = if counted { singular(&text) } else { text };
    (Some(capitalized(&text)), name)
}
