//! Parts of a thing in colours of their own.

use plantain_read::ObjectPhrase;
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
    let color = object.color.as_ref().filter(|_| name == "traffic-light")?;
    let told = match color.name.as_str() {
        "amber" | "orange" | "gold" => "yellow",
        other => other,
    };
    LAMPS.into_iter().find(|lamp| *lamp == told)
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
    if let Some(lit) = lit_lamp(object, name) {
        let dark = |lamp: &&&str| **lamp != lit;
        let lamps = LAMPS.iter().filter(dark);
        return lamps.map(|lamp| ((*lamp).to_owned(), UNLIT)).collect();
    }
    let told = |part: &&str| {
        let of_part = |words: &String| {
            words
                .strip_suffix(*part)?
                .strip_suffix(' ')
                .map(str::to_owned)
        };
        let mut colors = object.attributes.iter().filter_map(of_part);
        let [r, g, b] = colors.find_map(|word| plantain_read::color_of(&word, "en"))?;
        Some(((*part).to_owned(), Rgba::rgb(r, g, b)))
    };
    drawn.part_nouns().iter().filter_map(told).collect()
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
