//! Fur of two colours.

use plantain_read::ObjectPhrase;
use plantain_scene::Rgba;

use crate::stage::lexicon::Class;
use crate::wardrobe::rgb;

/// Returns whether the set draws it with stripes.
pub(in crate::stage::cast) fn has_stripes(noun: &str) -> bool {
    let head = noun.rsplit(' ').next().unwrap_or(noun);
    matches!(
        head,
        "cat" | "kitten" | "tabby" | "tiger" | "zebra" | "bee" | "chipmunk" | "clownfish"
    )
}

/// Returns whether the set draws it with dark spots.
fn has_spots(noun: &str) -> bool {
    let head = noun.rsplit(' ').next().unwrap_or(noun);
    matches!(
        head,
        "leopard" | "cheetah" | "jaguar" | "giraffe" | "cow" | "ladybug"
    )
}

/// Returns the ground colour of an animal's fur and the patches on it: of two colours, or of a breed that has them.
pub(in crate::stage::cast) fn fur(
    object: &ObjectPhrase,
    tint: Option<Rgba>,
) -> (Option<Rgba>, Option<String>) {
    const WHITE: Rgba = Rgba::hex(0xf6f3ee);
    const BLACK: Rgba = Rgba::hex(0x2f2e33);
    const GINGER: Rgba = Rgba::hex(0xd98a3d);
    if crate::stage::lexicon::look_up(&object.noun).0 != Class::Animal {
        return (tint, None);
    }
    let words = object.words.to_lowercase();
    let said = |word: &str| {
        object.noun.contains(word)
            || words.contains(word)
            || object.attributes.iter().any(|a| a == word)
    };
    let patched = |ground: Rgba, inks: &[Rgba]| {
        let inks: Vec<String> = inks.iter().map(|ink| format!("{ink}")).collect();
        (Some(ground), Some(format!("patched {}", inks.join(" "))))
    };
    if ["calico", "tortoiseshell", "tricolor"]
        .iter()
        .any(|w| said(w))
    {
        return patched(WHITE, &[GINGER, BLACK]);
    }
    if said("tuxedo cat") || said("piebald") || said("holstein") {
        return patched(WHITE, &[BLACK]);
    }
    // "White with black spots": the spots are a part of it, told by their colour.
    let spots = object
        .attributes
        .iter()
        .filter_map(|a| a.strip_suffix(" spot").or_else(|| a.strip_suffix(" patch")))
        .find_map(|name| plantain_read::color_of(name, "en"))
        .map(|[r, g, b]| Rgba::rgb(r, g, b));
    let natural = tint.is_none() && spots.is_some_and(Rgba::is_dark);
    if natural && has_spots(&object.noun) {
        return (None, None);
    }
    // Two cats, a black and a white one, have no patches.
    let each = object
        .count
        .is_some_and(|n| n > 1 && n as usize == 1 + object.more_colors.len());
    // Spots of fur are no dots of cloth.
    if object.materials.iter().any(|m| m == "spotted") {
        let ground = tint.unwrap_or(WHITE);
        let ink = if ground.is_dark() { WHITE } else { BLACK };
        return patched(ground, &[spots.unwrap_or(ink)]);
    }
    let second = object.more_colors.first().map(rgb).filter(|_| !each);
    match (tint, second.or(spots)) {
        (Some(first), Some(second)) => {
            // The lighter one is the ground.
            let (ground, ink) = if first.luminance() >= second.luminance() {
                (first, second)
            } else {
                (second, first)
            };
            patched(ground.mix(WHITE, 0.1), &[ink])
        }
        (None, Some(ink)) => patched(WHITE, &[ink]),
        _ => (tint, None),
    }
}
