//! Names behind the word for them: "business card, name Paws & Suds".

use crate::{Brief, Genre, Origin};

/// Takes the word off the name, which has a capital.
pub(super) fn settle(brief: &mut Brief) {
    const WORD: &str = "name ";
    let owned = matches!(
        brief.genre,
        Genre::BusinessCard | Genre::Label | Genre::Logo | Genre::Sign
    );
    if !owned {
        return;
    }
    for literal in &mut brief.literals {
        let name = literal.text.strip_prefix(WORD);
        let told = name.is_some_and(|name| name.starts_with(char::is_uppercase));
        if told && literal.origin != Origin::Quoted {
            literal.text.drain(..WORD.len());
            literal.span.start += WORD.len();
        }
    }
}
