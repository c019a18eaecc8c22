//! The making of one actor: its drawing, its colour, its size, its words.

use std::collections::BTreeMap;

use plantain_read::{Brief, ObjectPhrase, RelationKind, SizeWord};
use plantain_scene::{Color, Rgba};

use super::people::{self, put_on, strike, wield, wielded_by, worn_by_person};
use super::{Cast, props};
use crate::rng::Rng;
use crate::stage::emit::Mood;
use crate::stage::lexicon::{Class, look_up, role};
use crate::stage::mascot::Mascot;
use crate::stage::person::{Mask, Person};
use crate::stage::prop::{Art, Prop};
use crate::stage::robot::Robot;

/// Height of toys, metres.
const TOY: f32 = 0.2;

/// One thing on stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Actor {
    /// Unique in the scene: noun and number.
    pub id: String,
    /// Index into the brief's objects.
    pub phrase: usize,
    pub prop: Prop,
    pub tint: Option<Rgba>,
    /// Parts in colours of their own, by their nouns.
    pub dyes: Vec<(String, Rgba)>,
    /// Factor on its size, by size words.
    pub grade: f32,
    pub materials: Vec<String>,
    pub flip: bool,
    /// Literals that stand on it: indices into the brief's literals.
    pub words: Vec<usize>,
    /// Whether the words are its own: a living being says them.
    pub spoken: bool,
    /// Ids of garments that it wears as part of its drawing.
    pub wears: Vec<String>,
}

impl Actor {
    /// Returns the parts in colours of their own, as a node of the scene tells them.
    pub fn parts(&self) -> BTreeMap<String, Color> {
        let dyes = self.dyes.iter();
        dyes.map(|(part, color)| (part.clone(), Color::from(*color)))
            .collect()
    }
}

impl Cast {
    /// Makes one actor of a phrase, in the colour that it has among its like.
    pub(super) fn actor(
        &self,
        brief: &Brief,
        phrase: usize,
        object: &ObjectPhrase,
        tint: Option<Rgba>,
        rng: &mut Rng,
    ) -> Actor {
        let words = words_of(brief, phrase);
        let id = self.next_id(&object.noun);
        let nth = self.actors.iter().filter(|a| a.phrase == phrase).count();
        let (tint, mut materials) = self.coat(brief, object, tint);
        let mut wears = Vec::new();
        let mask = people::masked(brief, phrase).and_then(|animal| Mask::of(animal, tint));
        let mut prop = if let Some(mask) = mask {
            let person;
            (person, wears) = dressed(brief, phrase, (&id, nth), rng);
            Prop::person(&object.noun, person.masked(mask))
        } else if look_up(&object.noun).0 == Class::Person {
            let mut person;
            (person, wears) = dressed(brief, phrase, (&id, nth), rng);
            if let Some(color) = tint {
                person.top = color;
            }
            Prop::person(&object.noun, person)
        } else if let Some(mascot) = mascot(brief, phrase, object, tint) {
            Prop::mascot(&object.noun, mascot)
        } else if object.noun == "robot" {
            let mut robot = Robot::new(tint, &object.attributes, rng);
            robot.raised = brief
                .relations
                .iter()
                .any(|r| r.subject == phrase && matches!(r.kind, RelationKind::Holding));
            Prop::robot(&object.noun, robot)
        } else {
            self.thing(brief, object, tint, !words.is_empty())
        };
        // A toy train fits into a child's hand.
        let toy = object.words.to_lowercase().contains("toy ");
        if toy && !matches!(prop.class, Class::Item | Class::Person) {
            (prop.class, prop.height) = (Class::Item, TOY);
        }
        if let Some(shape) = &object.shape
            && prop.take_form(shape)
        {
            materials.push(shape.clone());
        }
        // Cracks go through whatever a thing is made of.
        let broken = object.attributes.iter().any(|a| a == "broken");
        if broken && !prop.class.is_animate() {
            materials.insert(0, "broken".to_owned());
        }
        for word in &object.attributes {
            if prop.take_girth(word) {
                materials.push(word.clone());
            }
        }
        let dyes = props::dyes(object, &prop);
        // The colour of a traffic light is that of its lamp.
        let tint = tint.filter(|_| !props::is_lamp(object, &prop));
        Actor {
            id,
            phrase,
            dyes,
            prop,
            tint,
            grade: grade(object),
            materials,
            flip: false,
            spoken: words
                .iter()
                .any(|i| brief.literals[*i].on_object == Some(phrase)),
            words,
            wears,
        }
    }

    /// Returns an object's colour, from the prompt or from what it is made of, and what its surface shows.
    fn coat(
        &self,
        brief: &Brief,
        object: &ObjectPhrase,
        tint: Option<Rgba>,
    ) -> (Option<Rgba>, Vec<String>) {
        let tint = tint
            .or_else(|| self.natural(object))
            .or_else(|| props::leaves_of(brief, object))
            .or_else(|| props::material_color(&object.materials))
            .or_else(|| props::moulded(object));
        let mut materials = object.materials.clone();
        // One thing of all colours has them one below the other; of several, each has its own.
        if tint.is_none() && object.attributes.iter().any(|a| a == "rainbow") {
            materials.push("rainbow".to_owned());
        }
        // Tabbies, tigers and zebras are drawn with stripes of their own.
        if props::has_stripes(&object.noun) {
            materials.retain(|m| m != "striped");
        }
        let (tint, coat) = props::fur(object, tint);
        if let Some(coat) = coat {
            materials.retain(|m| m != "spotted");
            materials.push(coat);
        }
        (tint, materials)
    }

    /// Leaves an actor, the `n`th of so many, those of its group's words that it carries.
    pub(super) fn share_words(
        &self,
        actor: &mut Actor,
        heard: &str,
        (n, count): (usize, u32),
        texts: usize,
    ) {
        const SINGLE: &[&str] = &[
            "one says",
            "one reads",
            "one of them says",
            "one of them reads",
            "one saying",
        ];
        // Of a group, all carry the words only if they have a place for them.
        let bare = !actor.prop.printable && !matches!(actor.prop.art, Art::Panel(_));
        let single = SINGLE.iter().any(|w| heard.contains(w));
        let animate = actor.prop.class.is_animate();
        let each = count > 1 && texts > 1 && texts <= count as usize;
        if each && (!animate || n < texts) && actor.words.len() == texts {
            actor.words = vec![actor.words[n % texts]];
        } else if n > 0 && (bare || single || animate) {
            actor.words.clear();
        }
    }
}

/// Returns the thing that a prompt gives arms and legs: its first one, where nobody else lives in the picture.
fn mascot(
    brief: &Brief,
    phrase: usize,
    object: &ObjectPhrase,
    tint: Option<Rgba>,
) -> Option<Mascot> {
    const WAVES: &[&str] = &[
        "waving",
        "waves",
        "greeting",
        "cheering",
        "giving a thumbs up",
    ];
    let heard = brief.heard();
    let limbs = ["arms", "legs", "limbs"].iter().any(|part| {
        heard.contains(&format!("with {part}")) || heard.contains(&format!("and {part}"))
    });
    let first = brief.objects.iter().position(|o| !o.absent) == Some(phrase);
    let alone = brief
        .objects
        .iter()
        .all(|o| o.absent || !look_up(&o.noun).0.is_animate());
    if !(limbs || heard.contains("mascot")) || !first || !alone || object.noun == "robot" {
        return None;
    }
    let found = crate::stage::find::find(&object.noun)?;
    let holds = brief
        .relations
        .iter()
        .any(|r| r.subject == phrase && r.kind == RelationKind::Holding);
    let raised = holds || WAVES.iter().any(|word| heard.contains(word));
    Mascot::new(
        found.object.name,
        tint,
        Mood::of(&object.attributes),
        raised,
    )
}

/// Returns the literals that stand on a phrase: what is printed on the clothes of a person is on the person.
fn words_of(brief: &Brief, phrase: usize) -> Vec<usize> {
    let on = |o: usize| o == phrase || worn_by_person(brief, o) == Some(phrase);
    let literals = brief.literals.iter().enumerate();
    literals
        .filter(|(_, literal)| literal.on_object.is_some_and(on))
        .map(|(i, _)| i)
        .collect()
}

/// Returns the nth of several persons in clothes and pose, with what belongs into the hands, and the ids of what is part of
/// the drawing.
fn dressed(
    brief: &Brief,
    phrase: usize,
    (id, nth): (&str, usize),
    rng: &mut Rng,
) -> (Person, Vec<String>) {
    let object = &brief.objects[phrase];
    let mut wears = Vec::new();
    let mut attributes = object.attributes.clone();
    attributes.extend(object.materials.iter().cloned());
    attributes.extend(people::looks(brief, phrase));
    let mut person = Person::new(role(&object.noun), &attributes, rng);
    strike(&mut person, brief, phrase, object);
    for (i, other) in brief.objects.iter().enumerate() {
        if worn_by_person(brief, i) == Some(phrase) {
            put_on(&mut person, &garment_of(other, nth, object.count));
            let number = wears.len() + 1;
            wears.push(format!("{}-of-{id}-{number}", other.noun.replace(' ', "-")));
        }
    }
    for (i, other) in brief.objects.iter().enumerate() {
        if wielded_by(brief, i) == Some(phrase) && wield(&mut person, &other.noun) {
            wears.push(format!("{}-of-{id}", other.noun.replace(' ', "-")));
        }
    }
    (person, wears)
}

/// Returns the garment of the nth of so many wearers: "each with a different colored scarf".
fn garment_of(garment: &ObjectPhrase, nth: usize, wearers: Option<u32>) -> ObjectPhrase {
    let mut own = garment.clone();
    let many = wearers.filter(|n| *n > 1 && garment.each_different);
    let color = many.and_then(|n| props::colors(garment, n).get(nth).copied().flatten());
    if let Some(color) = color {
        let [r, g, b, _] = color.0;
        own.color = Some(plantain_read::Color {
            name: format!("{color}"),
            rgb: [r, g, b],
        });
    }
    own
}

/// Returns the factor that size words put on an object.
fn grade(object: &ObjectPhrase) -> f32 {
    let Some(size) = object.size else { return 1.0 };
    // People differ less than things do.
    let person = look_up(&object.noun).0 == Class::Person;
    match size {
        SizeWord::Tiny if person => 0.6,
        SizeWord::Small if person => 0.84,
        SizeWord::Large if person => 1.16,
        SizeWord::Huge if person => 1.4,
        SizeWord::Tiny => 0.5,
        SizeWord::Small => 0.68,
        SizeWord::Large => 1.5,
        SizeWord::Huge => 1.85,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::person::Trim;

    fn cast(prompt: &str) -> Cast {
        let brief = crate::stage::mend::mend(&plantain_read::read(prompt));
        Cast::new(&brief, &Rng::new(1))
    }

    #[test]
    fn clothes_show_what_is_said_of_them() {
        for (prompt, stripes, boots) in [
            ("a boy wearing a striped shirt and a red cap", true, false),
            ("a woman in a striped dress", true, false),
            ("a girl in a yellow raincoat and red boots", false, true),
            ("a man in a blue shirt", false, false),
            ("a boy in striped pajamas", true, false),
        ] {
            let cast = cast(prompt);
            let trims = cast.actors.iter().find_map(|a| match &a.prop.art {
                Art::Person(person) => Some(person.trims.clone()),
                _ => None,
            });
            let trims = trims.unwrap_or_default();
            let has = |test: fn(&Trim) -> bool| trims.iter().any(test);
            assert_eq!(has(|t| matches!(t, Trim::Hoops(_))), stripes, "{prompt}");
            assert_eq!(has(|t| matches!(t, Trim::Boots(_))), boots, "{prompt}");
        }
    }

    #[test]
    fn animals_with_a_trade_and_things_with_limbs_stand_like_people() {
        for (prompt, masked, mascot) in [
            ("an astronaut cat", true, false),
            ("a bear chef in a kitchen", true, false),
            ("avatar of a fox with a hoodie", true, false),
            ("a dog trainer", false, false),
            ("a dog wearing a hat", false, false),
            ("a mushroom mascot with arms and legs", false, true),
            ("a man with a mushroom", false, false),
        ] {
            let cast = cast(prompt);
            let any = |test: fn(&Art) -> bool| cast.actors.iter().any(|a| test(&a.prop.art));
            let is_masked = any(|art| matches!(art, Art::Person(p) if p.mask.is_some()));
            assert_eq!(is_masked, masked, "{prompt}");
            assert_eq!(any(|art| matches!(art, Art::Mascot(_))), mascot, "{prompt}");
        }
    }

    #[test]
    fn looks_are_seen_in_the_drawing() {
        for (prompt, material) in [
            ("a fat cat", "fat"),
            ("a thin dog", "thin"),
            ("a thick book", "thick"),
            ("a broken plate", "broken"),
            ("a rusty bicycle", "rust"),
        ] {
            let cast = cast(prompt);
            let told = |a: &Actor| a.materials.iter().any(|m| m == material);
            assert!(cast.actors.iter().any(told), "{prompt}");
        }
        let frame = cast("a bicycle with a green frame");
        assert_eq!(frame.actors.len(), 1);
        assert!(frame.actors[0].tint.is_some());
    }
}
