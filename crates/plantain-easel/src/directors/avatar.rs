//! The director of avatars: portraits of people, animals and robots, built from parts and varied by the seed.

mod sheet;

use plantain_read::{Background, Brief, ObjectPhrase};
use plantain_scene::build::{rect, shape, stack, text};
use plantain_scene::node::{FontRole, Motif, Node, Paint, Pattern, Shape};
use plantain_scene::{Oklch, Rgba, Theme, Token};

use crate::rng::Rng;
use crate::stage::assembly::Assembly;
use crate::stage::cast::Cast;
use crate::stage::emit::Emit;
use crate::stage::lexicon::{Class, look_up};
use crate::stage::light::{Light, lighter};
use crate::stage::manner;
use crate::stage::mend::mend;
use crate::stage::pen::{glow, oval};
use crate::stage::person::Person;
use crate::stage::place::Ground;
use crate::stage::prop::{Art, Facing, Prop};
use crate::stage::rect::Rect;
use crate::stage::robot::Robot;
use crate::stage::solve::Solved;
use crate::studio::{Draft, Studio};
use crate::treatment::covers;
use crate::wardrobe::rgb;

const CUSTOM: &[&str] = &[
    "friendly",
    "playful",
    "pastel",
    "mid-century",
    "minimal",
    "botanical",
];
const DRAFTS: usize = 6;

/// Grounds behind a portrait.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Backing {
    Plain,
    Disc,
    Halo,
    Dots,
    Rays,
    Split,
}

const GROUNDS: [Backing; DRAFTS] = [
    Backing::Disc,
    Backing::Plain,
    Backing::Halo,
    Backing::Dots,
    Backing::Split,
    Backing::Rays,
];

/// Returns drafts of a portrait.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let mut brief = mend(studio.brief);
    if let Some(sheet) = sheet::direct(studio, &brief) {
        return sheet;
    }
    purpose(&mut brief);
    let disc = disc(&mut brief);
    let present = brief.objects.iter().filter(|o| !o.absent).count();
    let crowd = brief
        .objects
        .iter()
        .any(|o| !o.absent && o.count.is_some_and(|n| n > 1));
    // A figure in a place, or several, is a scene.
    if crowd || present > 4 || brief.setting.place.is_some() || says_figure(&brief) {
        return super::scene::scene(studio);
    }
    studio
        .themes(CUSTOM, DRAFTS)
        .into_iter()
        .enumerate()
        .map(|(i, theme)| portrait(studio, &brief, theme, (i, disc)))
        .collect()
}

/// "gamer avatar, a fox with a hoodie": whoever is named before the word for a portrait only uses it, where somebody else is
/// told to be on it.
fn purpose(brief: &mut Brief) {
    let Some(genre) = brief.genre_span.clone() else {
        return;
    };
    let lives = |o: &ObjectPhrase| !o.absent && look_up(&o.noun).0.is_animate();
    let told = |o: &ObjectPhrase| lives(o) && o.span.start >= genre.end;
    if !brief.objects.iter().any(told) {
        return;
    }
    for object in &mut brief.objects {
        object.absent |= lives(object) && object.span.end <= genre.start;
    }
}

/// "purple circle behind": a disc that nothing is told of is what the portrait stands before; its colour.
fn disc(brief: &mut Brief) -> Option<Rgba> {
    let tied: Vec<usize> = brief.relations.iter().map(|r| r.subject).collect();
    let (_, object) = brief.objects.iter_mut().enumerate().find(|(i, o)| {
        !o.absent && !tied.contains(i) && matches!(o.noun.as_str(), "circle" | "disc")
    })?;
    object.absent = true;
    object.color.as_ref().map(rgb)
}

/// Returns whether a scene's brief really asks for a portrait.
pub fn is_portrait(brief: &Brief) -> bool {
    let prompt = brief.heard();
    let asks = [
        "portrait of",
        "headshot",
        "head shot",
        "close-up of",
        "close up of",
        "avatar",
        "profile picture",
    ]
    .iter()
    .any(|words| prompt.contains(words));
    let people = brief
        .objects
        .iter()
        .filter(|o| !o.absent && crate::stage::mend::can_wear(&o.noun))
        .map(|o| o.count.unwrap_or(1))
        .sum::<u32>();
    asks && people == 1 && brief.setting.place.is_none() && !says_figure(brief)
}

/// Turns animals to the viewer, where the set has their face.
fn show_faces(cast: &mut Cast) {
    for actor in &mut cast.actors {
        if !matches!(actor.prop.class, Class::Animal | Class::Bird) {
            continue;
        }
        let face = format!("{} face", actor.prop.noun);
        let found = plantain_art::find_object(&face).filter(|f| f.exact);
        let Some(mut prop) = found.and_then(|f| Prop::named(&actor.prop.noun, f.object.name))
        else {
            continue;
        };
        prop.facing = Facing::Front;
        prop.anchors.head = [0.5, 0.1, 0.72];
        prop.anchors.neck = [0.5, 0.97, 0.5];
        prop.anchors.mouth = [0.5, 0.7];
        prop.anchors.eyes = 0.48;
        actor.prop = prop;
        actor.flip = false;
    }
}

fn says_figure(brief: &Brief) -> bool {
    let prompt = brief.heard();
    ["full body", "full-body", "full length", "whole body"]
        .iter()
        .any(|words| prompt.contains(words))
}

fn portrait(
    studio: &Studio<'_>,
    brief: &Brief,
    mut theme: Theme,
    (take, disc): (usize, Option<Rgba>),
) -> Draft {
    let rng = studio.rng(&format!("portrait {take}"));
    // The first take is the seed's own person; the others share it and differ in their ground.
    let mut cast = Cast::new(brief, &studio.rng("cast").fork(&brief.prompt));
    show_faces(&mut cast);
    let (w, h) = (studio.width, studio.height);
    let words: Vec<_> = brief.literals.iter().collect();
    let foot = if words.is_empty() {
        0.0
    } else {
        (h * 0.16).max(64.0)
    };
    let room = Rect::new(0.0, 0.0, w, h - foot);
    let subject = subject(brief, &cast, &rng);
    let base = match disc {
        Some(color) if brief.canvas.background.is_none() => {
            lighter(color, 0.3).mix(Rgba::WHITE, 0.6)
        }
        _ => ground_color(brief, subject.color(), &mut rng.fork("ground")),
    };
    let kind = match manner::manner(&brief.look, &brief.prompt) {
        "halftone" | "deco" | "vintage" if take.is_multiple_of(2) => Backing::Rays,
        "halftone" => Backing::Dots,
        _ if disc.is_some() => Backing::Disc,
        _ => GROUNDS[take % GROUNDS.len()],
    };
    let mut root = stack().size_box(w, h).clip().role("portrait").fill(base);
    root = root.children(ground((kind, disc), base, room, &brief.canvas.background));
    root = root.child(subject.draw(brief, &cast, room));
    if foot > 0.0 {
        root = root.child(name_plate(brief, Rect::new(0.0, h - foot, w, foot)));
    }
    theme.manner = manner::whole(&brief.look, &brief.prompt).to_owned();
    let mut draft = Draft::new("portrait", theme, root)
        .because(format!(
            "The face leads: head and shoulders fill the canvas before a {kind:?} ground that its colours stand out from."
        ).to_lowercase())
        .liked(0.8);
    draft.notes.extend(cast.notes.iter().cloned());
    if manner::is_photographic(&brief.look, &brief.prompt) {
        draft = draft.note(
            "photographic",
            "A photographic likeness was asked for: this is an illustrated portrait.",
        );
    }
    draft
}

/// Who is portrayed.
enum Subject {
    Person(Box<Person>, String),
    Robot(Robot, String),
    /// An actor of the cast with what it wears.
    Other(usize),
}

fn subject(brief: &Brief, cast: &Cast, rng: &Rng) -> Subject {
    let robot = brief
        .objects
        .iter()
        .position(|o| !o.absent && o.noun == "robot");
    if let Some(phrase) = robot {
        let tint = brief.objects[phrase].color.as_ref().map(rgb);
        let robot = Robot::new(
            tint,
            &brief.objects[phrase].attributes,
            &mut rng.fork("robot"),
        );
        return Subject::Robot(robot, "robot-1".into());
    }
    let person = cast.actors.iter().find_map(|a| match &a.prop.art {
        Art::Person(person) => Some(Subject::Person(person.clone(), a.id.clone())),
        _ => None,
    });
    let first = cast
        .groups
        .iter()
        .enumerate()
        .find(|(phrase, group)| !group.is_empty() && cast.parent(*phrase).is_none())
        .map(|(_, group)| Subject::Other(group[0]));
    person.or(first).unwrap_or_else(|| {
        let person = Person::new("person", &brief.look.moods, &mut rng.fork("person"));
        Subject::Person(Box::new(person), "person-1".into())
    })
}

impl Subject {
    fn color(&self) -> Option<Rgba> {
        match self {
            Self::Person(person, _) => Some(person.top),
            Self::Robot(robot, _) => Some(robot.shell),
            Self::Other(_) => None,
        }
    }

    fn draw(&self, brief: &Brief, cast: &Cast, room: Rect) -> Node {
        let side = room.w.min(room.h);
        let square = Rect::new(room.cx() - side / 2.0, room.bottom() - side, side, side);
        match self {
            Self::Person(person, id) => person.portrait(square).role("object").id(id.clone()),
            Self::Robot(robot, id) => robot.bust(square).role("object").id(id.clone()),
            Self::Other(actor) => animal(brief, cast, *actor, room),
        }
    }
}

/// Returns the manner of single forms: none where the whole picture is worked over.
fn drawn(brief: &Brief) -> &'static str {
    Some(manner::manner(&brief.look, &brief.prompt))
        .filter(|m| !covers(m))
        .unwrap_or_default()
}

/// Draws an actor of the set with what it wears, large.
fn animal(brief: &Brief, cast: &Cast, actor: usize, room: Rect) -> Node {
    let mut assembly = Assembly::of(cast, actor);
    let b = assembly.bounds();
    let side = room.w.min(room.h) * 0.72;
    let k = (side / b.h.max(0.01)).min(side / b.w.max(0.01));
    assembly.scale(k);
    let b = assembly.bounds();
    assembly.shift(room.w / 2.0 - b.cx(), room.h / 2.0 - b.cy(), 0);
    for piece in &mut assembly.pieces {
        piece.shadow = None;
    }
    assembly.pieces.sort_by_key(|p| p.z);
    let solved = Solved {
        ground: Ground {
            w: room.w,
            h: room.h,
            horizon: room.h,
        },
        pieces: assembly.pieces,
    };
    let light = Light::new(&brief.setting, cast.time, &mut Rng::new(0));
    let emit = Emit {
        brief,
        cast,
        solved: &solved,
        light: &light,
        manner: drawn(brief),
        shadows: false,
        water: None,
        page: None,
    };
    stack()
        .bounds(room.x, room.y, room.w, room.h)
        .children(emit.nodes())
}

/// Returns the colour behind the portrait: what was asked for, else far from the clothes.
fn ground_color(brief: &Brief, subject: Option<Rgba>, rng: &mut Rng) -> Rgba {
    match &brief.canvas.background {
        Some(Background::Color(color)) => return rgb(color),
        Some(Background::Gradient(colors)) if !colors.is_empty() => return rgb(&colors[0]),
        Some(Background::Pattern(_, Some(color))) => return rgb(color),
        _ => {}
    }
    if let Some(color) = brief.look.palette.first() {
        return rgb(color);
    }
    if manner::manner(&brief.look, &brief.prompt) == "halftone" {
        return Rgba::hex(*rng.pick(&[0xffd21f, 0x25b9e8, 0xff5fa2, 0xff7a2f]));
    }
    let hue = subject.map_or(rng.range(0.0, 360.0), |c| {
        let c = c.oklch();
        c.h + rng.range(120.0, 240.0)
    });
    let (l, c) = *rng.pick(&[(0.86, 0.08), (0.8, 0.1), (0.9, 0.055), (0.74, 0.1)]);
    Oklch::new(l, c, hue % 360.0).rgba()
}

fn ground(
    (kind, disc): (Backing, Option<Rgba>),
    base: Rgba,
    room: Rect,
    asked: &Option<Background>,
) -> Vec<Node> {
    let side = room.w.min(room.h);
    // Loud grounds have loud patterns.
    let step = if base.oklch().c > 0.13 { 0.12 } else { 0.06 };
    let tone = lighter(base, if base.luminance() > 0.7 { -step } else { step });
    let all = |paint: Paint| rect().bounds(0.0, 0.0, room.w, room.h).fill(paint);
    if let Some(Background::Gradient(colors)) = asked {
        let last = colors.len().saturating_sub(1).max(1) as f32;
        let stops = colors
            .iter()
            .enumerate()
            .map(|(i, c)| (i as f32 / last, rgb(c).into()))
            .collect();
        return vec![all(Paint::Linear {
            angle: 160.0,
            stops,
        })];
    }
    let pattern = |motif, step| {
        all(Paint::Pattern(Pattern {
            motif,
            color: tone.into(),
            ground: Some(base.into()),
            step,
        }))
    };
    match kind {
        Backing::Plain => vec![glow(
            room.cx(),
            room.cy() * 0.8,
            side * 0.7,
            Rgba::WHITE,
            0.35,
        )],
        Backing::Disc => vec![oval(
            Rect::around(room.cx(), room.h * 0.54, side * 0.84, side * 0.84),
            disc.unwrap_or(tone),
        )],
        Backing::Halo => [1.02, 0.82, 0.62]
            .iter()
            .map(|k| {
                oval(
                    Rect::around(room.cx(), room.h * 0.5, side * k, side * k),
                    Rgba::WHITE.faded(0.14),
                )
            })
            .collect(),
        Backing::Dots => vec![pattern(Motif::Dots, side * 0.07)],
        Backing::Rays => vec![pattern(Motif::Rays, side * 0.1)],
        Backing::Split => vec![
            shape(Shape::Rect)
                .bounds(0.0, room.h * 0.56, room.w, room.h * 0.44)
                .fill(tone),
        ],
    }
}

fn name_plate(brief: &Brief, area: Rect) -> Node {
    let mut column = plantain_scene::build::col()
        .bounds(area.x, area.y, area.w, area.h)
        .pad_xy(area.w * 0.06, area.h * 0.1)
        .center()
        .fill(Token::Surface)
        .role("caption");
    for (i, literal) in brief.literals.iter().enumerate() {
        let size = if i == 0 { area.h * 0.34 } else { area.h * 0.17 };
        column = column.child(
            text(literal.text.clone())
                .font(if i == 0 {
                    FontRole::Display
                } else {
                    FontRole::Body
                })
                .size(size.max(13.0))
                .shrink(12.0)
                .color(Token::Ink)
                .centered()
                .literal(true)
                .fill_w(),
        );
    }
    column
}
