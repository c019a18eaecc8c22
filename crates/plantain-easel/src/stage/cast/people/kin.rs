//! Who looks like whom.

use plantain_read::{Brief, RelationKind};

use crate::stage::cast::Cast;
use crate::stage::person::Age;
use crate::stage::prop::Art;

impl Cast {
    /// Children with their parents have their skin and, where they have any, their hair.
    pub(in crate::stage::cast) fn resemble(&mut self, brief: &Brief) {
        const YOUNG: &[&str] = &["baby", "son", "daughter", "toddler", "newborn"];
        for relation in &brief.relations {
            let close = matches!(
                relation.kind,
                RelationKind::Holding | RelationKind::With | RelationKind::NextTo
            );
            let child = YOUNG.contains(&brief.objects[relation.object].noun.as_str());
            let (Some(parent), true, true) =
                (self.groups[relation.subject].first().copied(), close, child)
            else {
                continue;
            };
            let Art::Person(parent) = self.actors[parent].prop.art.clone() else {
                continue;
            };
            for actor in self.groups[relation.object].clone() {
                if let Art::Person(child) = &mut self.actors[actor].prop.art {
                    child.skin = parent.skin;
                    if parent.age != Age::Old {
                        child.hair_color = parent.hair_color;
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rng::Rng;
    use crate::stage::cast::Cast;
    use crate::stage::mend::mend;
    use crate::stage::prop::Art;

    #[test]
    fn babies_have_the_skin_of_their_parents() {
        for seed in 1..6 {
            let brief = mend(&plantain_read::read("a mother hugging her baby"));
            let cast = Cast::new(&brief, &Rng::new(seed));
            let skins: Vec<_> = cast
                .actors
                .iter()
                .filter_map(|a| match &a.prop.art {
                    Art::Person(person) => Some(person.skin),
                    _ => None,
                })
                .collect();
            assert_eq!(skins.len(), 2);
            assert_eq!(skins[0], skins[1], "seed {seed}");
        }
    }
}
