//! The stage behind the things of a scene: painted anew from what the scene remembers of it.

use plantain_engine::EngineError;
use plantain_read::{Season, Target, TimeOfDay, Weather, read};
use plantain_scene::Node;
use plantain_scene::color::{Color, Rgba};
use plantain_scene::node::{Content, Effect, Paint};

use super::sheet::{Sheet, find_where};
use super::things::{Kind, Thing, backdrops};
use crate::stage::cast::Cast;
use crate::stage::lexicon::Class;
use crate::stage::memo::{FRONT, Memo};
use crate::stage::mend::mend;
use crate::stage::place::Place;
use crate::treatment::BACKDROP;

/// A stage in the tree.
pub struct Stage {
    /// Id of the node that it fills.
    pub id: String,
    pub memo: Memo,
}

impl Sheet<'_> {
    /// Returns the stage of the scene, if it is one.
    pub fn stage(&mut self) -> Option<Stage> {
        let node = find_where(&self.scene.root, &|node| node.facts.contains_key("place"))?;
        let (id, node) = (node.id.clone(), node.clone());
        let rect = self.rect(&id)?;
        Some(Stage {
            memo: Memo::read(&node, (rect.w, rect.h))?,
            id,
        })
    }

    /// Returns the place of the stage as a word, if there is one.
    pub fn stage_place(&mut self) -> Option<String> {
        let place = self.stage()?.memo.place;
        (place != Place::Studio).then(|| format!("{place:?}").to_lowercase())
    }

    /// Paints the stage as `memo` says; the things before it stay.
    pub fn repaint(&mut self, stage: &Stage, memo: &Memo) {
        let subjects = self
            .things()
            .into_iter()
            .filter(|thing| thing.kind == Kind::Object)
            .filter_map(|thing| thing.color)
            .collect();
        let (old, light) = (stage.memo.light(), memo.light());
        let painted = memo.backdrop(&light, subjects).paint();
        let haze = light.haze;
        let (backs, fronts) = self.painted(&stage.id);
        let mut back = painted.back;
        if let Some((first, rest)) = backs.split_first() {
            let rest = rest.to_vec();
            self.remove(&rest);
            if let Some(node) = self.node_mut(first) {
                node.children = Vec::new();
                node.style.fill = None;
                node.children.append(&mut back);
            }
        } else {
            let size = (memo.ground.w, memo.ground.h);
            let node = plantain_scene::build::stack()
                .bounds(0.0, 0.0, size.0, size.1)
                .role(BACKDROP)
                .children(back);
            self.insert(&stage.id, 0, vec![node]);
        }
        self.remove(&fronts);
        if !painted.front.is_empty() {
            let at = self.front_place(&stage.id);
            let nodes = painted.front.into_iter().map(|n| n.role(FRONT)).collect();
            self.insert(&at.0, at.1, nodes);
        }
        let water = memo.place.has_water();
        let floats = memo.place.floats();
        if let Some(root) = self.node_mut(&stage.id) {
            memo.write(root);
            root.style.fill = Some(haze.into());
            reshade(root, old.shadow, light.shadow);
        }
        if floats || stage.memo.place.has_water() && !water {
            self.strip(&stage.id, floats);
        }
        self.scene.canvas.transparent = false;
        self.touch();
    }

    /// Returns the ids of what is painted behind and before the things of a stage.
    fn painted(&self, stage: &str) -> (Vec<String>, Vec<String>) {
        let Some(node) = self.node(stage) else {
            return (Vec::new(), Vec::new());
        };
        let mut fronts = Vec::new();
        node.visit(&mut |inner| {
            if inner.role == FRONT {
                fronts.push(inner.id.clone());
            }
        });
        (backdrops(node), fronts)
    }

    /// Returns where what is before all things goes: behind the caption.
    fn front_place(&self, stage: &str) -> (String, usize) {
        let caption = self.node(stage).and_then(|node| {
            node.children
                .iter()
                .position(|child| child.role == "caption")
        });
        (stage.to_owned(), caption.unwrap_or(usize::MAX))
    }

    /// Takes away the shadows of things that stand on nothing, or the rings of water where there is none.
    fn strip(&mut self, stage: &str, shadows: bool) {
        let mut ids = Vec::new();
        if let Some(node) = self.node(stage) {
            node.visit(&mut |inner| {
                let ring =
                    inner.facts.contains_key("of") && inner.role.is_empty() && is_ellipse(inner);
                if inner.role == "ground-shadow" && shadows || ring && !shadows {
                    ids.push(inner.id.clone());
                }
            });
        }
        self.remove(&ids);
    }
}

fn is_ellipse(node: &Node) -> bool {
    matches!(
        node.content,
        Content::Shape(plantain_scene::node::Shape::Ellipse)
    )
}

/// Gives ground shadows the colour of another light.
fn reshade(node: &mut Node, old: Rgba, new: Rgba) {
    node.visit_mut(&mut |inner| {
        if inner.role != "ground-shadow" {
            return;
        }
        if let Some(Paint::Color(Color::Fixed(color))) = &mut inner.style.fill {
            let share = f32::from(color.0[3]) / f32::from(old.0[3].max(1));
            *color = new.faded(share.min(1.0));
        }
    });
}

/// Sets time, weather and season of the stage.
pub fn set(
    sheet: &mut Sheet<'_>,
    time: Option<TimeOfDay>,
    weather: Option<Weather>,
    season: Option<Season>,
) -> Result<(), EngineError> {
    let Some(stage) = sheet.stage() else {
        return dim(sheet, time);
    };
    let mut memo = stage.memo.clone();
    if !memo.place.is_outside() && memo.place != Place::Underwater {
        memo.place = match memo.place {
            // A plain backdrop and a table top have no sky: they get one.
            Place::Studio => Place::Field,
            place => place,
        };
        memo.ground.horizon = horizon(sheet, &memo);
    }
    memo.time = time.unwrap_or(memo.time);
    memo.weather = weather.or(memo.weather);
    memo.season = season.or(memo.season);
    // Other words about the sky go before an older wish for its colour.
    if time.is_some() || weather.is_some() {
        memo.sky = None;
    }
    if season.is_some() {
        memo.soil = None;
        // A warm season and snow do not go together.
        if weather.is_none()
            && season != Some(Season::Winter)
            && memo.weather == Some(Weather::Snow)
        {
            memo.weather = None;
        }
    }
    if weather.is_some_and(|w| w != Weather::Snow)
        && memo.season == Some(Season::Winter)
        && season.is_none()
    {
        memo.season = None;
    }
    if let Some(time) = time
        && memo.place != Place::Space
    {
        set_lights(sheet, time, &mut memo);
    }
    if weather.is_some_and(|weather| !matches!(weather, Weather::Sunny | Weather::Wind)) {
        let gone = lights_of(sheet, &["sun", "rainbow"], &memo);
        super::remove::take_only(sheet, &gone);
    }
    sheet.repaint(&stage, &memo);
    if let Some(time) = time {
        light_windows(sheet, time);
    }
    let words: Vec<String> = [
        time.map(|t| format!("{t:?}")),
        weather.map(|w| format!("{w:?}")),
        season.map(|s| format!("{s:?}")),
    ]
    .into_iter()
    .flatten()
    .map(|word| word.to_lowercase())
    .collect();
    sheet.because(format!(
        "The place behind is the same in another light: {}. What stands before it stays.",
        words.join(", ")
    ));
    Ok(())
}

/// Moon and stars go with the night, the sun goes with the day; the sky of the other hour shows its own.
fn set_lights(sheet: &mut Sheet<'_>, time: TimeOfDay, memo: &mut Memo) {
    const NIGHTLY: &[&str] = &["moon", "star"];
    let (gone, come): (&[&str], &str) = match time {
        TimeOfDay::Day | TimeOfDay::Morning => (NIGHTLY, "sun"),
        TimeOfDay::Night => (&["sun"], "moon"),
        TimeOfDay::Dawn | TimeOfDay::Sunset | TimeOfDay::Dusk => return,
    };
    let lights = lights_of(sheet, gone, memo);
    if lights.is_empty() {
        return;
    }
    super::remove::take_only(sheet, &lights);
    memo.avoid
        .retain(|noun| !is_light(noun, gone) && noun != come);
}

/// Whether a noun is one of some lights of the sky: "full moon" is a moon.
fn is_light(noun: &str, lights: &[&str]) -> bool {
    lights.contains(&noun.rsplit(' ').next().unwrap_or(noun))
}

/// Returns the lights of the sky by these names that stand on the picture as things of their own.
fn lights_of(sheet: &mut Sheet<'_>, names: &[&str], memo: &Memo) -> Vec<Thing> {
    if sheet.keep_front {
        return Vec::new();
    }
    let mut lights = sheet.things();
    lights.retain(|thing| {
        thing.kind == Kind::Object
            && is_light(&thing.noun, names)
            && !sheet.kept.contains(&thing.id)
    });
    // A star that stands on the ground, as on a tree, is no light of the sky.
    lights.retain(|thing| {
        let high = !sheet.is_grounded(thing) && thing.rect.cy() < memo.ground.horizon;
        high || !thing.noun.ends_with("star")
    });
    lights
}

/// The windows of houses are lit by night, and dark again by day.
fn light_windows(sheet: &mut Sheet<'_>, time: TimeOfDay) {
    const LIT: u32 = 0xffd76a;
    let lit = plantain_scene::Color::from(Rgba::hex(LIT));
    let night = matches!(time, TimeOfDay::Night | TimeOfDay::Dusk);
    let houses = sheet.things();
    for house in houses
        .iter()
        .filter(|thing| crate::stage::lexicon::look_up(&thing.noun).0 == Class::Building)
    {
        for id in &house.own {
            if let Some(Content::Object(object)) = sheet.node_mut(id).map(|node| &mut node.content)
            {
                match night {
                    true => {
                        object.parts.entry("window".into()).or_insert(lit);
                    }
                    false if object.parts.get("window") == Some(&lit) => {
                        object.parts.remove("window");
                    }
                    false => {}
                }
            }
        }
    }
}

/// The light of a design that has no stage: its pictures and its ground take the colours of the hour.
fn dim(sheet: &mut Sheet<'_>, time: Option<TimeOfDay>) -> Result<(), EngineError> {
    match time {
        Some(TimeOfDay::Night | TimeOfDay::Dusk) => super::theme::darken(sheet, true),
        Some(TimeOfDay::Day | TimeOfDay::Morning) => super::theme::darken(sheet, false),
        _ => {
            let found = sheet.found();
            Err(EngineError::TargetNotLocated {
                target: "a landscape whose weather or hour could change".into(),
                found,
            })
        }
    }
}

/// Paints another place, told in words, behind the things.
pub fn place(sheet: &mut Sheet<'_>, words: &str) -> Result<(), EngineError> {
    let named = Place::named(&words.to_lowercase());
    // A world alone is a ball in the sky.
    let told = match named {
        Some(Place::Moon) => format!("{words} landscape"),
        _ => words.to_owned(),
    };
    let brief = mend(&read(&told));
    let cast = Cast::new(&brief, &sheet.rng.fork("place"));
    let named = named.or_else(|| {
        let place = brief.setting.place.as_deref().and_then(Place::named);
        place.or((cast.place != Place::Studio).then_some(cast.place))
    });
    let Some(place) = named else {
        return Err(super::sheet::undrawable(format!(
            "the background “{words}”"
        )));
    };
    let Some(stage) = ensure(sheet) else {
        return Err(super::sheet::undrawable(format!(
            "“{words}” behind a design of this kind"
        )));
    };
    let mut memo = stage.memo.clone();
    memo.place = place;
    memo.plain = None;
    memo.time = brief
        .setting
        .time
        .unwrap_or(if stage.memo.place == Place::Space {
            cast.time
        } else {
            memo.time
        });
    memo.weather = brief.setting.weather.or(memo.weather);
    memo.season = brief.setting.season.or(memo.season);
    let color = |color: &Option<plantain_read::Color>| color.as_ref().map(crate::wardrobe::rgb);
    memo.sky = color(&brief.setting.sky);
    memo.soil = color(&brief.setting.ground);
    memo.peaks = cast.peaks;
    memo.ranges = cast.ranges;
    memo.ground.horizon = horizon(sheet, &memo);
    sheet.repaint(&stage, &memo);
    extras(sheet, &brief, &cast)?;
    sheet.because(format!(
        "Behind the same things lies {} now.",
        format!("{place:?}").to_lowercase()
    ));
    Ok(())
}

/// Adds the things that the words for a place name besides it ("a beach with palm trees").
fn extras(
    sheet: &mut Sheet<'_>,
    brief: &plantain_read::Brief,
    cast: &Cast,
) -> Result<(), EngineError> {
    for group in cast.groups.iter().filter(|group| !group.is_empty()) {
        let phrase = &brief.objects[cast.actors[group[0]].phrase];
        if cast.actors[group[0]].prop.class == Class::Person || phrase.absent {
            continue;
        }
        super::add::things(sheet, phrase, &plantain_read::Location::default())?;
    }
    Ok(())
}

/// Returns the stage of the scene; a page of nothing but objects becomes one.
pub fn ensure(sheet: &mut Sheet<'_>) -> Option<Stage> {
    if let Some(stage) = sheet.stage() {
        return Some(stage);
    }
    let things = sheet.things();
    let objects = things.iter().filter(|t| t.kind == Kind::Object).count();
    let flow = sheet.scene.root.layout.flow.clone();
    if objects == 0 || flow != plantain_scene::node::Flow::Stack {
        return None;
    }
    let (w, h) = sheet.size();
    let memo = Memo {
        place: Place::Studio,
        ground: crate::stage::place::Ground {
            w,
            h,
            horizon: Place::Studio.horizon() * h,
        },
        time: TimeOfDay::Day,
        weather: None,
        season: None,
        sky: None,
        soil: None,
        plain: None,
        fittings: None,
        avoid: things.iter().map(|t| t.noun.clone()).collect(),
        peaks: None,
        ranges: false,
        tall: false,
        brick: false,
        puddles: false,
        leads: false,
        bare: false,
        litter: Vec::new(),
        drift: false,
        woods: false,
        hamlet: false,
        aurora: false,
        way: None,
        crop: None,
        cloth: None,
        seed: sheet.rng.state(),
    };
    let id = sheet.scene.root.id.clone();
    // What filled the whole canvas gives way to the stage.
    let full = super::background::full_bleed(sheet);
    sheet.remove(&full);
    Some(Stage { id, memo })
}

/// Returns the horizon of a place so that everything stands on its ground.
pub fn horizon(sheet: &mut Sheet<'_>, memo: &Memo) -> f32 {
    let (place, h) = (memo.place, memo.ground.h);
    let usual = place.horizon() * h;
    if place.floats() || matches!(place, Place::Pitch | Place::SeaCut | Place::Tiled) {
        return usual;
    }
    let things = sheet.things();
    let grounded: Vec<f32> = things
        .into_iter()
        .filter(|thing| thing.kind == Kind::Object && sheet.is_grounded(thing))
        .map(|thing| thing.rect.bottom())
        .collect();
    let base = grounded.iter().copied().fold(h, f32::min);
    let clear = match place {
        Place::Beach => {
            let shore = crate::stage::backdrop::SHORE;
            (base - 0.03 * h - shore * h) / (1.0 - shore)
        }
        Place::Lake => base - 0.14 * h,
        Place::ParkingLot => base - 0.1 * h,
        _ => base - 0.045 * h,
    };
    usual.min(clear).max(0.16 * h)
}

/// Gives a part of the place another colour: the sky, the grass, the wall; returns whether there is such a part.
pub fn tint(sheet: &mut Sheet<'_>, noun: &str, color: Rgba) -> bool {
    let Some(stage) = sheet.stage() else {
        return false;
    };
    let mut memo = stage.memo.clone();
    let noun = noun.trim().to_lowercase();
    let last = noun.rsplit(' ').next().unwrap_or("");
    match last {
        "sky" if memo.place.is_outside() => memo.sky = Some(color),
        "wall" | "walls" | "backdrop" | "background" | "room" if !memo.place.is_outside() => {
            memo.plain = Some(color);
        }
        "grass" | "ground" | "field" | "meadow" | "lawn" | "sand" | "snow" | "water" | "sea"
        | "pond" | "lake" | "river" | "ocean" | "floor" | "hill" | "hills" | "soil" | "land"
            if memo.place.is_outside() || memo.place == Place::Underwater =>
        {
            memo.soil = Some(color);
        }
        _ => return false,
    }
    sheet.repaint(&stage, &memo);
    true
}

/// Paints the stage without something that it showed; returns whether anything went.
pub fn without(sheet: &mut Sheet<'_>, noun: &str) -> bool {
    let Some(stage) = sheet.stage() else {
        return false;
    };
    let mut memo = stage.memo.clone();
    let before = sheet.node(&stage.id).cloned();
    match noun {
        "rain" | "snow" | "storm" | "fog" | "mist" => memo.weather = None,
        "tablecloth" | "cloth" if memo.cloth.is_some() => {
            memo.cloth = None;
            sheet.repaint(&stage, &memo);
            return true;
        }
        _ => memo.avoid.extend([
            noun.to_owned(),
            noun.rsplit(' ').next().unwrap_or(noun).to_owned(),
        ]),
    }
    if matches!(noun, "cloud" | "sun" | "moon" | "star") {
        return unpaint(sheet, &stage, noun, &memo);
    }
    sheet.repaint(&stage, &memo);
    let forms = |node: Option<&Node>| {
        let mut n = 0;
        if let Some(node) = node {
            node.visit(&mut |_| n += 1);
        }
        n
    };
    forms(sheet.node(&stage.id)) != forms(before.as_ref())
}

/// Takes clouds, the sun or the moon out of a painted sky.
fn unpaint(sheet: &mut Sheet<'_>, stage: &Stage, noun: &str, memo: &Memo) -> bool {
    let mut bare = memo.clone();
    bare.avoid.push(noun.to_owned());
    let forms = |sheet: &Sheet<'_>| {
        let mut n = 0;
        if let Some(node) = sheet.node(&stage.id) {
            node.visit(&mut |_| n += 1);
        }
        n
    };
    let before = forms(sheet);
    sheet.repaint(stage, &bare);
    forms(sheet) != before
}

/// Puts the background out of focus.
pub fn blur(sheet: &mut Sheet<'_>, strength: f32) -> bool {
    let (w, h) = sheet.size();
    let ids = backdrops(&sheet.scene.root);
    for id in &ids {
        if let Some(node) = sheet.node_mut(id) {
            let radius = (w.max(h) * 0.012 * strength).clamp(1.0, 60.0);
            node.style.effect = Some(Effect::Defocus { radius });
        }
    }
    if !ids.is_empty() {
        sheet.because("The background is out of focus; what stands before it is sharp.");
    }
    !ids.is_empty()
}

/// "Put it in the desert": returns the place, where no thing of that name is on the stage.
pub fn elsewhere(
    sheet: &mut Sheet<'_>,
    target: &Target,
    to: &plantain_read::Location,
) -> Option<String> {
    use plantain_read::{Referent, RelationKind};
    let (kind, place) = to.relation.as_ref()?;
    let Referent::Thing(noun) = &place.what else {
        return None;
    };
    let goes = matches!(kind, RelationKind::In | RelationKind::On);
    let all = matches!(
        target.what,
        Referent::Same | Referent::Subject | Referent::Thing(_)
    );
    let named = Place::named(noun).is_some() && sheet.stage().is_some();
    if !goes || !all || !named || sheet.find(target).is_err() || sheet.find(place).is_ok() {
        return None;
    }
    Some(noun.clone())
}

/// Whether a target names the table that the picture stands on.
pub fn is_table(sheet: &mut Sheet<'_>, target: &Target) -> bool {
    let table = matches!(&target.what, plantain_read::Referent::Thing(noun) if Place::named(noun) == Some(Place::Table));
    table
        && sheet
            .stage()
            .is_some_and(|stage| stage.memo.place == Place::Table)
}

/// Whether a target names the place of the stage.
pub fn is_place(sheet: &mut Sheet<'_>, target: &Target) -> bool {
    use plantain_read::Referent;
    match &target.what {
        Referent::Background => true,
        Referent::Thing(noun) => {
            let Some(stage) = sheet.stage() else {
                return false;
            };
            let named = Place::named(noun);
            let drawn = sheet
                .things()
                .iter()
                .any(|thing| super::things::same_noun(noun, &thing.noun));
            !drawn
                && named.is_some()
                && (named == Some(stage.memo.place)
                    || named.is_some_and(|p| p.has_wall() == stage.memo.place.has_wall()))
        }
        _ => false,
    }
}
