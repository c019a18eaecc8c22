//! Parts of a thing in colours of their own.

use plantain_read::{Color, ObjectPhrase};
use plantain_scene::Rgba;

use crate::stage::prop::{Art, Prop};

/// The lamps of a traffic light, and one that is not lit.
const LAMPS: [&str; 3] = ["red", "yellow", "green"];
const UNLIT: Rgba = Rgba::hex(0x3d4444);

/// Returns whether the colour of a phrase is that of the lamp of a traffic light.
pub(in crate::stage::cast) fn is_lamp(object: &ObjectPhrase, prop: &Prop) -> bool {
    matches!(&prop.art, Art::Set(name) if lit_lamp(object, name).is_some())
}

/// Returns which lamp of a traffic light is lit, where the words tell.
fn lit_lamp(object: &ObjectPhrase, name: &str) -> Option<&'static str> {
    lamp_of(object.color.as_ref()?, name)
}

/// Returns the lamp of a traffic light that goes by a colour.
fn lamp_of(color: &Color, name: &str) -> Option<&'static str> {
    let told = match color.name.as_str() {
        "amber" | "orange" | "gold" => "yellow",
        other => other,
    };
    let lamp = LAMPS.into_iter().find(|lamp| *lamp == told);
    lamp.filter(|_| name == "traffic-light")
}

/// Returns the lamps of a traffic light that are dark where one of them shows a colour; none for any other drawing.
pub(crate) fn unlit_lamps(name: &str, color: &Color) -> Option<Vec<(String, Rgba)>> {
    let lit = lamp_of(color, name)?;
    let dark = LAMPS.iter().filter(|lamp| **lamp != lit);
    Some(dark.map(|lamp| ((*lamp).to_owned(), UNLIT)).collect())
}

/// Returns the parts of a drawing that a phrase tells the colours of, by their nouns.
pub(in crate::stage::cast) fn dyes(object: &ObjectPhrase, prop: &Prop) -> Vec<(String, Rgba)> {
    let Art::Set(name) = &prop.art else {
        return Vec::new();
    };
    let Some(drawn) = plantain_art::object(name) else {
        return Vec::new();
    };
    // "A red traffic light": that lamp is lit, and the others are not.
    let unlit = object
        .color
        .as_ref()
        .and_then(|color| unlit_lamps(name, color));
    if let Some(dark) = unlit {
        return dark;
    }
    let told = |part: &&str| Some(((*part).to_owned(), dye(object, part)?));
    drawn.part_nouns().iter().filter_map(told).collect()
}

/// Returns the colour that a phrase tells of one part: "red" of the roof, where it has a "red roof".
pub(super) fn dye(object: &ObjectPhrase, part: &str) -> Option<Rgba> {
    let of_part = |words: &String| {
        let color = words.strip_suffix(part)?.strip_suffix(' ')?;
        plantain_read::color_of(color, "en")
    };
    let [r, g, b] = object.attributes.iter().find_map(of_part)?;
    Some(Rgba::rgb(r, g, b))
}

#[cfg(test)]
mod tests {
    use crate::rng::Rng;
    use crate::stage::cast::Cast;

    #[test]
    fn parts_have_the_colours_that_are_told() {
        for (prompt, parts) in [
            ("a white cottage with a red door", "door"),
            (
                "a red house with a green roof and a yellow door",
                "roof door",
            ),
            ("a blue car with white wheels", "wheel"),
            ("a tall house with a blue front door", "door"),
            ("a cottage with a wooden door", ""),
        ] {
            let brief = crate::stage::mend::mend(&plantain_read::read(prompt));
            let cast = Cast::new(&brief, &Rng::new(1));
            let dyed = cast.actors.iter().flat_map(|a| &a.dyes);
            let nouns: Vec<&str> = dyed.map(|(noun, _)| noun.as_str()).collect();
            assert_eq!(nouns.join(" "), parts, "{prompt}");
            assert_eq!(cast.actors.len(), 1, "{prompt}");
        }
    }
}
