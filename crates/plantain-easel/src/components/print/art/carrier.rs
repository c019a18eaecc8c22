//! What is printed on, or stands behind the piece, rather than something to show.

use plantain_read::Genre;

use crate::studio::Studio;

/// Returns whether a noun names what is printed on, or the business behind it, rather than something to show.
pub(super) fn carrier(studio: &Studio<'_>, noun: &str) -> bool {
    const PRINTED_ON: &[&str] = &[
        "t-shirt",
        "tshirt",
        "shirt",
        "tee",
        "mug",
        "tote",
        "tote bag",
        "hoodie",
        "sweatshirt",
        "poster",
        "phone case",
    ];
    const ABSTRACT: &[&str] = &[
        "package",
        "offer",
        "deal",
        "discount",
        "company",
        "website",
        "product",
        "service",
        "viewer",
        "customer",
        "promotion",
        "brand",
        "name",
        "item",
        "collection",
        "cover",
        "business",
        "event",
        "cinema",
        "theme",
        "template",
        "layout",
        "style",
        "label",
        "packaging",
        "poster",
        "flyer",
        "banner",
        "sticker",
        "card",
        "sign",
    ];
    let motif = studio.brief.genre == Genre::PrintMotif;
    // "a T-shirt with an octopus that holds a mug": the mug is part of the motif.
    let other = studio.brief.genre_span.as_ref().is_some_and(|span| {
        let named = studio
            .brief
            .prompt
            .get(span.clone())
            .unwrap_or_default()
            .to_lowercase();
        PRINTED_ON.iter().any(|thing| named.contains(thing)) && !named.contains(noun)
    });
    // "neon sign on a brick wall": a sign hangs there, and shows none of it.
    let hung = matches!(studio.brief.genre, Genre::Sign | Genre::Chalkboard)
        && [
            "brick wall",
            "brick",
            "wall",
            "stone wall",
            "wooden wall",
            "easel",
            "fence",
        ]
        .contains(&noun);
    hung || (motif && PRINTED_ON.contains(&noun) && !other)
        || (studio.brief.genre != Genre::Scene && ABSTRACT.contains(&noun))
}
