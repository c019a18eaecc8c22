//! What the scene of a panel is made of: its words, and what lasts from the panels before: clothes, place, season.

use plantain_read::{Brief, Genre, Panel, Relation, TimeOfDay, read_in};

use super::Desk;
use super::shots::activity;
use crate::stage::cast::{Cast, is_ground};
use crate::stage::lexicon::{Class, look_up};
use crate::stage::mend::mend;
use crate::stage::place::Place;
use crate::stage::prop::Art;
use crate::studio::Note;

impl Desk<'_> {
    /// Puts on those of a panel what they wore before, and remembers what they put on.
    fn dress(&mut self, brief: &mut Brief, mended: &mut Brief) {
        use plantain_read::RelationKind::Wearing;
        for (wearer, garment) in &self.worn {
            let Some(subject) = mended
                .objects
                .iter()
                .position(|o| !o.absent && o.noun == *wearer)
            else {
                continue;
            };
            if mended.objects.iter().any(|o| o.noun == garment.noun) {
                continue;
            }
            for brief in [&mut *brief, &mut *mended] {
                brief.objects.push(garment.clone());
                brief.relations.push(plantain_read::Relation {
                    subject,
                    kind: Wearing,
                    object: brief.objects.len() - 1,
                });
            }
        }
        for relation in mended.relations.iter().filter(|r| r.kind == Wearing) {
            let wearer = mended.objects[relation.subject].noun.clone();
            let garment = &mended.objects[relation.object];
            let known = |(who, what): &(String, plantain_read::ObjectPhrase)| {
                *who == wearer && what.noun == garment.noun
            };
            if !garment.absent && !self.worn.iter().any(known) {
                self.worn.push((wearer, garment.clone()));
            }
        }
    }

    /// Furniture takes a panel into a room, and what drives and grows takes it out again, where it does not tell its place.
    fn indoors(&mut self, brief: &Brief, told: bool) {
        let any = |test: fn(&str) -> bool| {
            let mut objects = brief.objects.iter().filter(|o| !o.absent);
            objects.any(|o| test(&o.noun))
        };
        let inside = self
            .place
            .as_deref()
            .and_then(Place::named)
            .is_some_and(|place| !place.is_outside());
        if !told && inside && any(is_outdoor) {
            self.place = None;
        } else if !told && any(is_furniture) && !inside {
            self.place = Some(Place::Room.word().to_owned());
        }
    }

    /// Where a story plays that tells no place: in a room if anything of it stands in one, else in the open.
    fn home(&self) -> &'static str {
        let language = &self.studio.brief.language.0;
        let furnished = self.studio.brief.panels.iter().any(|panel| {
            let read = read_in(&panel.scene, language);
            read.objects.iter().any(|o| is_furniture(&o.noun))
        });
        if furnished {
            Place::Room.word()
        } else {
            "park"
        }
    }

    /// The brief of a panel's scene, without what no drawing is at hand for.
    pub(super) fn staged(&mut self, panel: &Panel, take: usize) -> Brief {
        let shots = &self.studio.brief.panels;
        let repeated = shots.iter().filter(|p| p.scene == panel.scene).count() > 1;
        let props = activity(&panel.scene).filter(|_| repeated);
        let mut words = panel.scene.clone();
        if let Some((place, things)) = props {
            words = format!("{words} {place}, {}", things[take % things.len()]);
        }
        let mut brief = read_in(&words, &self.studio.brief.language.0);
        brief.genre = Genre::Scene;
        brief.literals.clear();
        brief.panels.clear();
        brief
            .look
            .styles
            .extend(self.studio.brief.look.styles.iter().cloned());
        if take > 0 && brief.setting.time.is_none() && props.is_none() {
            brief.setting.time = [
                None,
                Some(TimeOfDay::Morning),
                Some(TimeOfDay::Sunset),
                Some(TimeOfDay::Night),
            ][take % 4];
        }
        let mut mended = mend(&brief);
        let told = mended.setting.place.is_some()
            || mended
                .objects
                .iter()
                .any(|o| !o.absent && is_ground(&o.noun));
        // Whoever comes home or goes away leaves the place of the panel before.
        let leaves = [
            " home",
            " outside",
            " leaves",
            " arrives",
            " goes to",
            " comes to",
            " nach hause",
            " à la maison",
            " a casa",
        ]
        .iter()
        .any(|word| panel.scene.to_lowercase().contains(word));
        if leaves && !told {
            self.place = None;
        }
        self.indoors(&mended, told);
        // The season of a story lasts: hills are white after the snow.
        if self.place.as_deref() == Some(Place::Snow.word()) {
            self.season = Some(plantain_read::Season::Winter);
        }
        if let Some(season) = self.season {
            brief.setting.season.get_or_insert(season);
            mended.setting.season.get_or_insert(season);
        }
        self.season = mended.setting.season;
        if !told && self.place.is_some() {
            brief.setting.place.clone_from(&self.place);
            mended.setting.place.clone_from(&self.place);
        }
        self.dress(&mut brief, &mut mended);
        let mut cast = Cast::new(&mended, &self.studio.rng("cast"));
        let lives = cast.actors.iter().any(|a| a.prop.class.is_animate());
        if cast.place == Place::Studio && lives && self.studio.brief.panels.len() > 1 {
            // A story plays somewhere.
            let home = self.home().to_owned();
            brief.setting.place = Some(home.clone());
            mended.setting.place = Some(home);
            cast = Cast::new(&mended, &self.studio.rng("cast"));
        }
        self.place = Some(cast.place.word().to_owned());
        let unknown: Vec<String> = mended
            .objects
            .iter()
            .enumerate()
            .filter(|(i, _)| cast.prop(*i).is_some_and(|p| matches!(p.art, Art::StandIn)))
            .map(|(_, o)| o.noun.clone())
            .collect();
        for noun in &unknown {
            let message =
                format!("No drawing of \"{noun}\" is at hand: the panel is drawn without it.");
            if !self.notes.iter().any(|note| note.message == message) {
                self.notes.push(Note {
                    code: "unknown_object",
                    message,
                });
            }
        }
        let kept: Vec<usize> = (0..brief.objects.len())
            .filter(|i| !unknown.contains(&brief.objects[*i].noun))
            .collect();
        if !kept.is_empty() && kept.len() < brief.objects.len() {
            let place = |i: usize| kept.iter().position(|k| *k == i);
            brief.relations = brief
                .relations
                .iter()
                .filter_map(|r| {
                    Some(Relation {
                        subject: place(r.subject)?,
                        kind: r.kind,
                        object: place(r.object)?,
                    })
                })
                .collect();
            brief.objects = kept.iter().map(|i| brief.objects[*i].clone()).collect();
        }
        brief
    }
}

fn is_furniture(noun: &str) -> bool {
    matches!(noun, "bed" | "sofa" | "couch" | "armchair")
        || matches!(look_up(noun).0, Class::Furniture | Class::Table)
}

fn is_outdoor(noun: &str) -> bool {
    matches!(
        look_up(noun).0,
        Class::Vehicle | Class::Building | Class::Tree | Class::Cycle | Class::Boat
    )
}
