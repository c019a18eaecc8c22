//! Words for places: where the scene plays, and which of them are buildings to be drawn.

use super::super::items::Item;
use super::Linker;
use crate::phrases::Phrase;
use crate::{ObjectPhrase, RelationKind};

impl Linker<'_, '_> {
    /// A place that is seen from outside, or lies within another one, is a building that is drawn: "outside a cafe",
    /// "a bookstore called …", "a street with a cafe".
    pub(super) fn building(&mut self, place: &'static str, phrase: &Phrase, rest: &[Item]) -> bool {
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
        let entered = self.is_entered(phrase);
        let outside = self.is_passed(phrase) || self.is_fronted(phrase, rest);
        let second = self
            .reader
            .brief
            .setting
            .place
            .as_deref()
            .is_some_and(|known| known != place);
        if entered || !(outside || second) {
            return false;
        }
        let noun = self.built_of(place, phrase);
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

    /// The noun that is drawn for a place seen from outside.
    fn built_of(&self, place: &str, phrase: &Phrase) -> String {
        let reader = &self.reader;
        let words = reader.keys(phrase.from, phrase.to);
        let name = crate::kinds::kinds()
            .nouns()
            .get(reader.key(phrase.to.saturating_sub(1)))
            .filter(|noun| !noun.plural)
            .map(|noun| noun.canonical);
        let known = |word: &str| crate::kinds::kind_of(word).is_some();
        match name {
            _ if place == "cave" => "cave".to_string(),
            Some(name) if known(name) => name.to_string(),
            _ if known(&words) => words,
            _ if matches!(place, "hospital" | "temple") => place.to_string(),
            _ if matches!(place, "cafe" | "shop" | "library") => "shop".to_string(),
            _ => "building".to_string(),
        }
    }

    /// "in a cafe", "a cafe interior": the scene plays within.
    fn is_entered(&self, phrase: &Phrase) -> bool {
        matches!(
            self.word_before(phrase, 1),
            "in" | "inside" | "at" | "into" | "within" | "for"
        ) || self.reader.key(phrase.to) == "interior"
    }

    /// "outside a cafe", "in front of a library", but not "a picture of a library".
    fn is_passed(&self, phrase: &Phrase) -> bool {
        match self.word_before(phrase, 1) {
            "of" => matches!(
                self.word_before(phrase, 2),
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
            ),
            before => matches!(
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
            ),
        }
    }

    /// "a cafe front", "a shop called …", "a bookshop on a cobblestone corner", "a diner seen from the street".
    fn is_fronted(&self, phrase: &Phrase, rest: &[Item]) -> bool {
        let reader = &self.reader;
        let behind = reader.key(phrase.to);
        let named = matches!(
            behind,
            "front" | "facade" | "exterior" | "storefront" | "entrance" | "called" | "named"
        ) || matches!(rest.first(), Some(Item::Text(_)))
            || has_sign(rest);
        let corner = matches!(behind, "on" | "at")
            && (phrase.to + 1..phrase.to + 5).any(|i| {
                matches!(
                    reader.key(i),
                    "corner" | "street" | "square" | "road" | "lane"
                )
            });
        let viewed = (phrase.to..phrase.to + 3).any(|i| {
            matches!(reader.key(i), "seen" | "viewed" | "photographed")
                && matches!(reader.key(i + 1), "from" | "across")
                && (i + 2..i + 5)
                    .any(|i| matches!(reader.key(i), "street" | "outside" | "road" | "sidewalk"))
        });
        named || corner || viewed
    }

    /// The word `back` words before a phrase, or nothing.
    fn word_before(&self, phrase: &Phrase, back: usize) -> &str {
        phrase
            .from
            .checked_sub(back)
            .map_or("", |at| self.reader.key(at))
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
        let crossed = matches!(place, "desert" | "forest" | "jungle" | "field" | "hills")
            && matches!(self.word_before(phrase, 1), "in" | "through" | "across");
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
        let weak = setting.place.as_deref().is_none_or(|known| {
            // "A highway in the desert" is no street of a town.
            matches!(known, "lake" | "river" | "mountains" | "sky") || known == "street" && crossed
        }) && !(phrase.thing && setting.place.is_some());
        if weak && !self.not {
            setting.place = Some(place.to_string());
        } else if place == "snow" && !self.not && phrase.object.noun.contains("snow") {
            // In a place of its own, snow falls.
            setting.weather.get_or_insert(crate::Weather::Snow);
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
