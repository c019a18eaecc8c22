//! Finds a drawing for a noun: its own, that of the kind of thing it is, or that of what it comes nearest to.

use plantain_art::Match;

/// Returns the drawing for a noun or short noun phrase in English; a note tells when it is not exactly that.
pub fn find(noun: &str) -> Option<Match> {
    plantain_art::find_object_among(noun, plantain_read::kind_of)
}

/// Returns the kind of thing that a noun names, by the longest of its endings that is known: "miniature schnauzer" is a dog.
pub fn kind(noun: &str) -> Option<&'static str> {
    let mut rest = noun.trim();
    loop {
        if let Some(kind) = plantain_read::kind_of(rest) {
            return Some(kind);
        }
        rest = rest.split_once(' ')?.1;
    }
}
