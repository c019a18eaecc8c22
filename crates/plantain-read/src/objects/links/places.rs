//! Words for places: where the scene plays, and which of them are buildings to be drawn.

use super::super::items::Item;
use super::Linker;
use crate::phrases::Phrase;
use crate::{ObjectPhrase, RelationKind};

impl Linker<'_, '_> {
    /// A place that is seen from outside, or lies within another one, is a building that is drawn: "outside a cafe",
    /// "a bookstore called …", "a street with a cafe".
    pub(super) fn building(&mut self, place: &'static str, phrase: &Phrase, rest: &[Item]) -> bool {
        let reader = &self.reader;
        let word = reader.key(phrase.to.saturating_sub(1));
        let words = reader.keys(phrase.from, phrase.to);
        let name = crate::kinds::kinds()
            .nouns()
            .get(word)
            .filter(|noun| !noun.plural)
            .map(|noun| noun.canonical);
        let built = matches!(
            place,
            "cafe"
                | "shop"
                | "library"
                | "hospital"
                | "museum"
                | "gym"
                | "office"
                | "temple"
                | "cinema"
                | "farm"
                | "cave"
        );
        if !built {
            return false;
        }
        let before = phrase.from.checked_sub(1).map_or("", |at| reader.key(at));
        let entered = matches!(before, "in" | "inside" | "at" | "into" | "within" | "for")
            || reader.key(phrase.to) == "interior";
        let passed = matches!(
            before,
            "outside"
                | "before"
                | "past"
                | "passing"
                | "to"
                | "near"
                | "beside"
                | "behind"
                | "between"
                | "by"
        );
        // "In front of a library", but not "a picture of a library".
        let aside = before == "of"
            && phrase.from.checked_sub(2).is_some_and(|at| {
                matches!(
                    reader.key(at),
                    "front"
                        | "outside"
                        | "side"
                        | "left"
                        | "right"
                        | "steps"
                        | "exterior"
                        | "facade"
                        | "entrance"
                        | "door"
                        | "window"
                        | "top"
                        | "roof"
                )
            });
        let passed = passed || aside;
        let fronted = matches!(
            reader.key(phrase.to),
            "front" | "facade" | "exterior" | "storefront" | "entrance" | "called" | "named"
        ) || matches!(rest.first(), Some(Item::Text(_)))
            || has_sign(rest);
        // "A bookshop on a cobblestone corner" is seen from the street.
        let corner = matches!(reader.key(phrase.to), "on" | "at")
            && (phrase.to + 1..phrase.to + 5).any(|i| {
                matches!(
                    reader.key(i),
                    "corner" | "street" | "square" | "road" | "lane"
                )
            });
        // "A diner seen from the street".
        let viewed = (phrase.to..phrase.to + 3).any(|i| {
            matches!(reader.key(i), "seen" | "viewed" | "photographed")
                && matches!(reader.key(i + 1), "from" | "across")
                && (i + 2..i + 5)
                    .any(|i| matches!(reader.key(i), "street" | "outside" | "road" | "sidewalk"))
        });
        let fronted = fronted || corner || viewed;
        let second = reader
            .brief
            .setting
            .place
            .as_deref()
            .is_some_and(|known| known != place);
        if entered || !(passed || fronted || second) {
            return false;
        }
        let known = |word: &str| crate::kinds::kind_of(word).is_some();
        let noun = match name {
            _ if place == "cave" => "cave".to_string(),
            Some(name) if known(name) => name.to_string(),
            _ if known(&words) => words,
            _ if matches!(place, "hospital" | "temple") => place.to_string(),
            _ if matches!(place, "cafe" | "shop" | "library") => "shop".to_string(),
            _ => "building".to_string(),
        };
        let mut object = ObjectPhrase {
            noun,
            ..phrase.object.clone()
        };
        if place != "cave" {
            object.attributes.push("building".to_string());
            self.reader
                .brief
                .setting
                .place
                .get_or_insert_with(|| "street".to_string());
        }
        let at = self.add(object);
        self.named = Some(at);
        self.connect(at, rest);
        self.main = self.main.or(Some(at));
        self.last = Some(at);
        self.carrier = Some(at);
        for index in std::mem::take(&mut self.waiting_texts) {
            self.reader.brief.literals[index].on_object = Some(at);
        }
        true
    }

    /// "snow outside the window": the view, not where the scene plays.
    pub(super) fn seen_through_window(&self, phrase: &Phrase, rest: &[Item]) -> bool {
        matches!(
            self.reader.key(phrase.to),
            "outside" | "through" | "behind" | "beyond"
        ) && rest
            .iter()
            .take(2)
            .any(|item| matches!(item, Item::Phrase(next) if next.object.noun.ends_with("window")))
    }

    pub(super) fn place_word(&mut self, place: &'static str, phrase: &Phrase) {
        let setting = &mut self.reader.brief.setting;
        let color = phrase.object.color.clone();
        if place == "sky" {
            setting.sky = setting.sky.take().or(color);
            if setting.place.is_none()
                && self.reader.brief.objects.is_empty()
                && self.group.is_empty()
            {
                setting.place = None;
            }
            return;
        }
        if !phrase.thing && setting.ground.is_none() {
            setting.ground = color;
        }
        // A place of its own outranks a pond or mountain that was mentioned before it.
        let weak = setting
            .place
            .as_deref()
            .is_none_or(|known| matches!(known, "lake" | "river" | "mountains" | "sky"))
            && !(phrase.thing && setting.place.is_some());
        if weak && !self.not {
            setting.place = Some(place.to_string());
        }
    }
}

/// "… with a sign 'Bean'": what has a sign is seen from outside.
fn has_sign(rest: &[Item]) -> bool {
    let [Item::Relation(RelationKind::With), Item::Phrase(sign), ..] = rest else {
        return false;
    };
    let head = sign.object.noun.rsplit(' ').next().unwrap_or_default();
    matches!(
        head,
        "sign" | "signboard" | "awning" | "marquee" | "storefront"
    )
}
