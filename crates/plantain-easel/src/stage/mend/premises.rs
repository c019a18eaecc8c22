//! Buildings and their parts: the sign of a bakery is on the bakery, its window and door are part of it.

use plantain_read::{Brief, Relation, RelationKind};

use super::super::lexicon::{Class, look_up};
use super::absorb;
use super::parts::described;
use crate::stage::place::Place;

/// Signs that a building brings with it.
const SIGNS: &[&str] = &[
    "sign",
    "shop sign",
    "store sign",
    "signboard",
    "sign board",
    "hanging sign",
    "name",
    "nameplate",
    "plaque",
    "awning",
    "marquee",
    "restaurant sign",
    "cafe sign",
    "bakery sign",
    "letter",
    "lettering",
    "word",
];
/// Parts of a building that its drawing shows already.
const PARTS: &[&str] = &[
    "window",
    "shop window",
    "storefront",
    "display window",
    "door",
    "front door",
    "doorway",
    "entrance",
    "doorstep",
    "step",
    "porch",
    "facade",
    "wall",
    "brick wall",
    "front",
    "balcony",
    "chimney",
    "roof",
    "shutter",
    "window box",
    "threshold",
    "stoop",
    "doorframe",
    "gable",
    "house number",
];

/// Makes signs, windows and doors part of the building that they belong to, with the words and things on them.
pub(super) fn settle(brief: &mut Brief) {
    whole(brief);
    islands(brief);
    city_lights(brief);
    counters(brief);
    outlook(brief);
    indoors(brief);
    pages(brief);
    bubbles(brief);
    for part in 0..brief.objects.len() {
        let noun = brief.objects[part].noun.clone();
        // A placard that a stall has is its sign.
        let placard = noun == "poster"
            && brief.relations.iter().any(|r| {
                r.object == part
                    && r.kind == RelationKind::With
                    && houses(&brief.objects[r.subject].noun)
            });
        let (sign, piece) = (
            placard || SIGNS.contains(&noun.as_str()),
            PARTS.contains(&noun.as_str()),
        );
        let counted = brief.objects[part].count.is_some_and(|n| n > 2);
        if brief.objects[part].absent || counted || !(sign || piece) {
            continue;
        }
        let Some(building) = owner(brief, part, sign) else {
            continue;
        };
        join(brief, part, building);
    }
}

/// In a kitchen, an island is a counter in its middle.
fn islands(brief: &mut Brief) {
    let kitchen = brief.setting.place.as_deref() == Some("kitchen");
    for object in brief
        .objects
        .iter_mut()
        .filter(|o| o.noun == "island" && kitchen)
    {
        "kitchen island".clone_into(&mut object.noun);
    }
}

/// "The bakery window" shows the bakery.
fn whole(brief: &mut Brief) {
    for object in &mut brief.objects {
        if object.absent || !PARTS.contains(&object.noun.as_str()) {
            continue;
        }
        let owner = object
            .attributes
            .iter()
            .find(|a| look_up(a).0 == Class::Building)
            .cloned();
        if let Some(owner) = owner {
            object.noun = owner;
        }
    }
}

/// The counter of a market stall is part of it.
fn counters(brief: &mut Brief) {
    let stall = brief.objects.iter().position(|o| {
        let sells = ["stall", "stand", "kiosk", "booth", "food truck"];
        !o.absent && sells.iter().any(|word| o.noun.ends_with(word))
    });
    let counter = brief
        .objects
        .iter()
        .position(|o| !o.absent && o.noun == "counter");
    if let (Some(stall), Some(counter)) = (stall, counter) {
        join(brief, counter, stall);
        if brief.setting.place.as_deref() == Some("kitchen") {
            brief.setting.place = None;
        }
    }
}

/// "city skyline at night, lots of lit windows": windows of the houses that the place shows.
fn city_lights(brief: &mut Brief) {
    let city = matches!(
        brief.setting.place.as_deref(),
        Some("city" | "skyline" | "street" | "town" | "village" | "downtown" | "alley")
    );
    if !city {
        return;
    }
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let lit = object.plural || object.attributes.iter().any(|a| a.starts_with("li"));
        let own = object.noun == "window" && object.count.is_none() && lit && !object.absent;
        let house = brief
            .relations
            .iter()
            .any(|r| r.object == i && houses(&brief.objects[r.subject].noun));
        if own && !house {
            absorb(&mut brief.objects[i]);
            brief.relations.retain(|r| r.subject != i && r.object != i);
        }
    }
}

/// Windows without a house around them are seen from inside: the room is the place, and the weather is outside.
fn indoors(brief: &mut Brief) {
    const PANES: &[&str] = &["window", "windowsill", "window sill", "window ledge"];
    let heard = brief.heard();
    let panes: Vec<usize> = (0..brief.objects.len())
        .filter(|i| !brief.objects[*i].absent && PANES.contains(&brief.objects[*i].noun.as_str()))
        .collect();
    let Some(&first) = panes.first() else { return };
    let house = (0..brief.objects.len())
        .any(|i| !panes.contains(&i) && !brief.objects[i].absent && houses(&brief.objects[i].noun));
    let place = brief.setting.place.clone();
    let open = place
        .as_deref()
        .is_none_or(|p| matches!(p, "snow" | "rain" | "room" | "sky"));
    let walls = place
        .as_deref()
        .and_then(crate::stage::place::Place::named)
        .is_some_and(crate::stage::place::Place::has_wall);
    let many = brief.objects[first].count.is_some_and(|n| n > 1) || brief.objects[first].plural;
    if house || many && (place.is_some() || outdoors(brief)) || !(open || walls) {
        return;
    }
    if open {
        let snows = place.as_deref() == Some("snow")
            || heard.contains("snowing")
            || heard.contains("snow falling");
        if snows && brief.setting.weather.is_none() {
            brief.setting.weather = Some(plantain_read::Weather::Snow);
        }
        brief.setting.place = Some("room".to_owned());
    }
    // A window hangs on its wall, whatever stands below it; the sill is part of it.
    brief.relations.retain(|r| {
        !(panes.contains(&r.subject) && matches!(r.kind, RelationKind::On | RelationKind::NextTo))
    });
    // A cat that looks out sits at it.
    for relation in &mut brief.relations {
        let (who, pane) = match panes.contains(&relation.subject) {
            true => (relation.object, relation.subject),
            false => (relation.subject, relation.object),
        };
        let looks = brief.objects[who].attributes.iter().any(|a| a == "looking");
        let small = matches!(
            look_up(&brief.objects[who].noun).0,
            Class::Animal | Class::Bird
        );
        if relation.kind == RelationKind::With && panes.contains(&pane) && looks && small {
            *relation = Relation {
                subject: who,
                kind: RelationKind::On,
                object: pane,
            };
        }
    }
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let small = matches!(look_up(&object.noun).0, Class::Animal | Class::Bird);
        let tied = brief
            .relations
            .iter()
            .any(|r| r.subject == i || r.object == i);
        let looks = ["looking out", "looks out", "staring out", "gazing out"]
            .iter()
            .any(|words| heard.contains(words));
        if small && looks && !tied && !object.absent {
            brief.relations.push(Relation {
                subject: i,
                kind: RelationKind::On,
                object: first,
            });
        }
    }
    let sill = panes
        .iter()
        .copied()
        .find(|i| brief.objects[*i].noun != "window");
    if let (Some(sill), true) = (sill, panes.len() > 1) {
        for relation in &mut brief.relations {
            if relation.object == sill {
                relation.object = first;
            }
        }
        if sill != first {
            absorb(&mut brief.objects[sill]);
        }
    }
    let snow = brief.objects.iter_mut().filter(|o| {
        matches!(
            o.noun.as_str(),
            "snow" | "rain" | "falling snow" | "snowflake"
        )
    });
    for object in snow {
        absorb(object);
    }
    view(brief, first);
}

/// Returns whether anything here says that it is in the open.
fn outdoors(brief: &Brief) -> bool {
    let setting = &brief.setting;
    let open = |o: &plantain_read::ObjectPhrase| {
        !o.absent
            && matches!(
                look_up(&o.noun).0,
                Class::Tree | Class::Vehicle | Class::Cycle | Class::Boat | Class::Aircraft
            )
    };
    setting.weather.is_some()
        || setting.season.is_some()
        || setting.sky.is_some()
        || brief.objects.iter().any(open)
}

/// Sun, moon and stars are seen from a room through its window.
/// "A round table, a big window with a city view": the city is outside, and the table in a room.
fn outlook(brief: &mut Brief) {
    const SEEN: &[&str] = &["view", "outside", "overlooking", "skyline", "beyond"];
    let heard = brief.heard();
    let there = |word: &str| brief.objects.iter().any(|o| !o.absent && o.noun == word);
    let inside = brief.objects.iter().any(|o| {
        !o.absent
            && !o.noun.ends_with("door")
            && matches!(
                look_up(&o.noun).0,
                Class::Seat | Class::Furniture | Class::Table
            )
    });
    let city = brief
        .setting
        .place
        .as_deref()
        .and_then(Place::named)
        .is_some_and(|p| matches!(p, Place::Street | Place::Skyline));
    let within = !heard.contains("from outside") && !heard.contains("from the outside");
    if city && inside && within && there("window") && SEEN.iter().any(|word| heard.contains(word)) {
        brief.setting.place = Some("room".to_owned());
    }
}

fn view(brief: &mut Brief, pane: usize) {
    for i in 0..brief.objects.len() {
        let object = &mut brief.objects[i];
        let shines = look_up(&object.noun).0 == Class::Celestial || object.noun == "star";
        // "A window with trees outside".
        let behind = brief.prompt.get(object.span.end..).unwrap_or_default();
        let outside = behind.trim_start().to_lowercase().starts_with("outside");
        if object.absent || i == pane || !(shines || outside) {
            continue;
        }
        let outside = format!("{} outside", object.noun);
        absorb(object);
        brief.objects[pane].attributes.push(outside);
    }
    let absent: Vec<bool> = brief.objects.iter().map(|o| o.absent).collect();
    brief.relations.retain(|r| {
        !(absent[r.subject] && r.object == pane || absent[r.object] && r.subject == pane)
    });
}

/// A page that reads something is that of the open book that goes with it.
fn pages(brief: &mut Brief) {
    let book = (0..brief.objects.len()).find(|i| {
        let o = &brief.objects[*i];
        !o.absent && o.noun.ends_with("book") && o.count.is_none_or(|n| n == 1)
    });
    let page = (0..brief.objects.len()).find(|i| {
        let o = &brief.objects[*i];
        !o.absent && o.noun == "page"
    });
    if let (Some(book), Some(page)) = (book, page) {
        brief.objects[book].attributes.push("open".into());
        join(brief, page, book);
    }
}

/// Who speaks brings the bubble along.
fn bubbles(brief: &mut Brief) {
    let speaks = |brief: &Brief| {
        brief.literals.iter().any(|l| {
            l.on_object.is_some_and(|o| {
                !brief.objects[o].absent && look_up(&brief.objects[o].noun).0.is_animate()
            })
        })
    };
    if !speaks(brief) {
        return;
    }
    for i in 0..brief.objects.len() {
        let bubble = matches!(
            brief.objects[i].noun.as_str(),
            "speech bubble" | "speech balloon" | "bubble" | "thought bubble"
        );
        if bubble && !brief.literals.iter().any(|l| l.on_object == Some(i)) {
            absorb(&mut brief.objects[i]);
        }
    }
}

/// Returns whether a noun names a building with walls, not a lamp or a booth in the street.
fn houses(noun: &str) -> bool {
    const STREET: &[&str] = &[
        "lamp", "light", "post", "booth", "stop", "well", "slide", "goal", "hoop", "tent",
        "fountain", "wall", "gate", "statue", "monument", "mailbox", "bridge", "wheel",
    ];
    let head = noun.rsplit(' ').next().unwrap_or(noun);
    look_up(noun).0 == Class::Building && !STREET.contains(&head)
}

/// Returns the building that a sign or a part belongs to: the one it is tied to, else the only one there is.
fn owner(brief: &Brief, part: usize, sign: bool) -> Option<usize> {
    let is_building = |i: usize| {
        let o = &brief.objects[i];
        !o.absent && i != part && houses(&o.noun)
    };
    let tied = brief.relations.iter().find_map(|r| {
        let close = matches!(
            r.kind,
            RelationKind::With
                | RelationKind::On
                | RelationKind::In
                | RelationKind::Above
                | RelationKind::InFrontOf
                | RelationKind::Against
        );
        match (r.subject == part, r.object == part) {
            (true, _) if close && is_building(r.object) => Some(r.object),
            (_, true) if close && r.kind != RelationKind::InFrontOf && is_building(r.subject) => {
                Some(r.subject)
            }
            _ => None,
        }
    });
    // A sign that stands in front of a building on its own is a thing of its own.
    let apart = sign
        && brief.relations.iter().any(|r| {
            r.subject == part
                && matches!(
                    r.kind,
                    RelationKind::InFrontOf
                        | RelationKind::NextTo
                        | RelationKind::LeftOf
                        | RelationKind::RightOf
                )
        });
    if apart {
        return None;
    }
    // "a stall selling fruit with a sign": what is sold carries no sign.
    let goods = brief.relations.iter().any(|r| {
        r.object == part
            && r.kind == RelationKind::With
            && matches!(
                look_up(&brief.objects[r.subject].noun).0,
                Class::Food | Class::Plant | Class::Item
            )
    });
    let mut buildings = (0..brief.objects.len()).filter(|i| is_building(*i));
    let only = buildings.next().filter(|_| buildings.next().is_none());
    // Parts of a house are parts of the only house there is; a sign may as well stand in the street.
    tied.or(only.filter(|_| {
        !sign
            || goods
            || is_shops(&brief.objects[part], brief, part)
            || matches!(
                brief.objects[part].noun.as_str(),
                "name" | "awning" | "marquee" | "letter" | "lettering" | "word"
            )
    }))
}

/// Drawings of houses with a board for a name over their door or roof.
const NAMED: &[&str] = &[
    "shop-front",
    "convenience-store",
    "department-store",
    "market-stall",
    "food-truck",
];

/// Whether a sign with words stands alone beside the only shop or stall: it is that one's.
fn is_shops(sign: &plantain_read::ObjectPhrase, brief: &Brief, part: usize) -> bool {
    let shop = brief.objects.iter().any(|o| {
        !o.absent
            && houses(&o.noun)
            && (o.noun.ends_with("stall")
                || crate::stage::find::find(&o.noun)
                    .is_some_and(|f| NAMED.contains(&f.object.name)))
    });
    let plain = matches!(
        sign.noun.as_str(),
        "sign" | "shop sign" | "store sign" | "signboard"
    );
    let worded = brief.literals.iter().any(|l| l.on_object == Some(part));
    shop && plain && worded && sign.position.is_none() && sign.count.is_none_or(|n| n == 1)
}

/// Absorbs a part into its building: what was on or in the part is now on or in the building.
fn join(brief: &mut Brief, part: usize, building: usize) {
    if brief.objects[part].color.is_some() {
        let words = described(&brief.objects[part]);
        let dyed = words.into_iter().filter(|word| word.contains(' '));
        brief.objects[building].attributes.extend(dyed);
    }
    absorb(&mut brief.objects[part]);
    for literal in &mut brief.literals {
        if literal.on_object == Some(part) {
            literal.on_object = Some(building);
        }
    }
    let noun = brief.objects[part].noun.clone();
    for relation in &mut brief.relations {
        let Relation {
            subject,
            kind,
            object,
        } = *relation;
        if object == part && subject != building {
            relation.object = building;
            relation.kind = match kind {
                RelationKind::In if noun.contains("window") => RelationKind::In,
                // Who is on its roof is on the house.
                RelationKind::On if noun == "roof" => RelationKind::On,
                RelationKind::On | RelationKind::In | RelationKind::Against => {
                    RelationKind::InFrontOf
                }
                kind => kind,
            };
        } else if subject == part && object != building {
            relation.subject = building;
        }
    }
    brief.relations.retain(|r| r.subject != r.object);
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn roofs_are_those_of_the_house() {
        let prompt = "a white cottage with a mailbox by the gate and a cat on the roof";
        let brief = mend(&plantain_read::read(prompt));
        let at = |noun: &str| {
            brief
                .objects
                .iter()
                .position(|o| o.noun == noun && !o.absent)
        };
        let (cat, cottage) = (at("cat"), at("cottage"));
        assert_eq!(at("roof"), None);
        assert!(brief.relations.iter().any(|r| {
            r.kind == plantain_read::RelationKind::On
                && Some(r.subject) == cat
                && Some(r.object) == cottage
        }));
    }

    #[test]
    fn shops_bear_the_words_of_their_signs() {
        for (prompt, noun) in [
            (
                "a ramen shop in a rainy alley, sign reads RAMEN 24H",
                "ramen shop",
            ),
            (
                "A girl stands at the bus stop. Behind her there is a bakery with the sign \"Corner Bakes\".",
                "bakery",
            ),
            ("a house, sign reads \"FOR SALE\"", "sign"),
            (
                "A library. On the wall hangs a sign that says \"Silence\".",
                "sign",
            ),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let bears = brief.literals.first().and_then(|l| l.on_object);
            assert_eq!(
                bears.map(|o| brief.objects[o].noun.as_str()),
                Some(noun),
                "{prompt}"
            );
        }
    }
}
