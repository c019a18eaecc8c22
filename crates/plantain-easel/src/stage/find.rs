//! Finds a drawing for a noun: its own, that of the kind of thing it is, or that of what it comes nearest to.

use plantain_art::Match;

/// Returns the drawing for a noun or short noun phrase in English; a note tells when it is not exactly that.
pub fn find(noun: &str) -> Option<Match> {
    // The head of an animal whose face the set lacks is the animal's, and nobody else's.
    if let Some(whole) = headed(noun) {
        return find(whole).map(|found| Match {
            exact: false,
            note: Some(format!("\"{noun}\" is drawn as \"{whole}\"")),
            ..found
        });
    }
    plantain_art::find_object_among(noun, |word| {
        plantain_read::kind_of(word).or_else(|| is_saurian(word).then_some("dinosaur"))
    })
}

/// Returns the animal of whose head a noun speaks, where the set has no face of it.
fn headed(noun: &str) -> Option<&str> {
    let whole = noun
        .strip_suffix(" head")
        .or_else(|| noun.strip_suffix(" face"))?;
    let own = plantain_art::find_object(noun).is_some_and(|found| found.exact);
    let animal = super::lexicon::look_up(whole).0;
    let lives = matches!(
        animal,
        super::lexicon::Class::Animal
            | super::lexicon::Class::Bird
            | super::lexicon::Class::Swimmer
    );
    (!own && lives).then_some(whole)
}

/// Returns whether a word is built like the names of dinosaurs, of which nobody knows all.
fn is_saurian(word: &str) -> bool {
    ["saurus", "saur", "ceratops", "raptor"]
        .iter()
        .any(|end| word.ends_with(end))
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

#[cfg(test)]
mod tests {
    use super::*;

    /// Nouns that must have a drawing, of their own or of what they come nearest to.
    const NOUNS_MIN: usize = 1_500;

    #[test]
    fn the_vocabulary_is_large() {
        let nouns: Vec<&str> = include_str!("../../../plantain-read/lexicon/nouns.txt")
            .lines()
            .filter(|line| !line.starts_with(['#', '[']))
            .flat_map(|line| line.split(','))
            .filter_map(|entry| entry.split(" = ").next()?.trim().split('/').next())
            .filter(|noun| !noun.is_empty())
            .collect();
        let own = |noun: &&&str| find(noun).is_some_and(|found| found.exact);
        let drawn = nouns.iter().filter(|noun| find(noun).is_some()).count();
        let exact = nouns.iter().filter(own).count();
        println!(
            "{drawn} of {} nouns have a drawing, {exact} one of their own",
            nouns.len()
        );
        assert!(drawn >= NOUNS_MIN, "{drawn}");
    }

    #[test]
    fn particular_things_are_drawn_as_their_kind() {
        for (noun, drawn) in [
            ("miniature schnauzer", "dog"),
            ("ouranosaurus", "sauropod"),
            ("chaise longue", "couch"),
            ("croquembouche", "birthday-cake"),
            ("champagne flute", "champagne-flute"),
            ("deer head", "deer"),
        ] {
            assert_eq!(find(noun).map(|f| f.object.name), Some(drawn), "{noun}");
        }
    }
}
