//! Names with a figure each: "Mail Phone Visit each with response time 4 h 2 min 1 day".

use crate::Role;
use crate::diagram::content::{Run, list, trim};
use crate::diagram::emit;
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::tokens::Kind;

/// Reads as many figures behind "each" or "with" as names stand before it; returns whether that is all.
pub(super) fn read(reader: &mut Reader<'_>, run: Run) -> bool {
    // "Cat, Dog, Rabbit with lifespan 15 years, 12 years, 9 years"
    let word = |key| (run.0 + 1..run.1).find(|&at| reader.key(at) == key);
    let Some(each) = word("each").or_else(|| word("with")) else {
        return false;
    };
    let names = names(reader, (run.0, each));
    let starts: Vec<usize> = (each + 1..run.1).filter(|&at| opens(reader, at)).collect();
    if !(2..=6).contains(&names.len()) || starts.len() != names.len() {
        return false;
    }
    let about = trim(reader, (each + 1, starts[0]));
    if about.0 < about.1 && reader.brief.subject.is_none() {
        let subject = crate::literals::capitalized(reader.text(about.0, about.1));
        reader.brief.subject = Some(subject);
        reader.mark(about.0, about.1, Use::Topic);
    }
    for (n, name) in names.into_iter().enumerate() {
        let label = emit(reader, name, Role::Item);
        let end = starts.get(n + 1).copied().unwrap_or(run.1);
        let value = emit(reader, trim(reader, (starts[n], end)), Role::Value);
        reader.brief.pair(label, value);
    }
    true
}

/// The names in a list, or words with capitals that only blanks part.
fn names(reader: &Reader<'_>, run: Run) -> Vec<Run> {
    let listed = list(reader, run);
    let bare = |(from, to): Run| (from..to).all(|at| reader.is_capital(at));
    match listed[..] {
        [one] if bare(one) => (one.0..one.1).map(|at| (at, at + 1)).collect(),
        _ => listed,
    }
}

/// Whether a figure begins at a token: a price or another form, or a number.
fn opens(reader: &Reader<'_>, at: usize) -> bool {
    match reader.tokens[at].kind {
        Kind::Number => true,
        Kind::Form(kind) => !matches!(kind, FormKind::Url | FormKind::Email | FormKind::Handle),
        _ => false,
    }
}
