//! Pictures in cards: illustrated things on tinted grounds, covers and portraits made of simple forms.

use crate::components::print::implied::emblem;
use plantain_read::Brief;
use plantain_scene::build::{ellipse, icon, object, rect, shape, stack};
use plantain_scene::node::{Paint, Shape};
use plantain_scene::{Color, Node, Oklch, Rgba, Token};

use super::kit::Kit;
use super::supply::has_word;

/// Shortest word that names a thing.
const LETTERS_MIN: usize = 3;

/// Returns the name of the illustrated object that these words mean, if the set has it.
pub fn known_object(words: &str) -> Option<String> {
    // A name's last letter ("Aura X") is no thing.
    let head = words.split_whitespace().next_back()?;
    if head.is_ascii() && head.len() < LETTERS_MIN {
        return None;
    }
    // "Field Notes", "note app": what is written down, and no music.
    if matches!(head.to_lowercase().as_str(), "note" | "notes") {
        return plantain_art::object("memo").map(|object| object.name.to_owned());
    }
    let lower = words.to_lowercase();
    let called = |whole: bool| {
        let mut names = GOODS_CALLED.iter();
        let name = names.find(|(name, _)| name.contains(' ') == whole && has_word(&lower, name))?;
        plantain_art::find_object(name.1)
    };
    // "Rain Shell" is no shell.
    let found = called(true)
        .or_else(|| plantain_art::find_object(words))
        .or_else(|| called(false))?;
    Some(found.object.name.to_owned())
}

/// Words about the page itself, which say nothing of its subject.
const FRAME_WORDS: &[&str] = &[
    "web",
    "website",
    "page",
    "site",
    "hero",
    "app",
    "mobile",
    "screen",
    "landing",
    "home",
    "ui",
    "interface",
    "design",
    "saas",
    "plan",
    "button",
    "card",
    "image",
    "picture",
    "text",
    "phone",
    "dashboard",
    "layout",
    "mockup",
    "template",
    "nav",
    "link",
    "shop",
    "store",
    "wireless",
    "smart",
    "digital",
    "online",
    "pick",
    "mail",
    "client",
];

/// Whether a word is about the page itself ("landing", "hero").
pub fn is_frame(word: &str) -> bool {
    FRAME_WORDS.contains(&word)
}

/// Words right before a thing that is to be shown, and not merely spoken of.
const LEADS: &[&str] = &["a", "an", "with", "of", "showing", "cute", "friendly"];

/// The things that the prompt describes as one does what is to be seen: with an article or an adjective.
fn asked_for(brief: &Brief) -> impl Iterator<Item = &str> {
    let led = |object: &&plantain_read::ObjectPhrase| {
        let before = brief.prompt.get(..object.span.start).unwrap_or_default();
        let word = before.split_whitespace().next_back().unwrap_or_default();
        LEADS.contains(&word.to_lowercase().as_str()) || !object.attributes.is_empty()
    };
    let framed = |noun: &str| FRAME_WORDS.contains(&noun) || FRAMED.contains(&noun);
    brief
        .objects
        .iter()
        .filter(move |object| !object.absent && led(object) && !framed(&object.noun))
        .map(|object| object.noun.as_str())
}

/// Returns the first thing that the prompt asks to be shown and that can be drawn.
pub fn asked_object(brief: &Brief) -> Option<String> {
    asked_for(brief)
        .find(|noun| known_object(noun).is_some())
        .map(str::to_owned)
}

/// Parts of screens that are things elsewhere.
const FRAMED: &[&str] = &[
    "album",
    "book",
    "map",
    "computer",
    "monitor",
    "laptop",
    "table",
    "calendar",
    "bell",
    "magnifying glass",
    "camera",
    "photograph",
    "picture",
    "envelope",
    "key",
    "lock",
    "window",
    "star",
    "heart",
    "arrow",
];

/// The prompt in lower case without what others say on the page, and who they are.
fn without_voices(brief: &Brief) -> String {
    let mut told = brief.prompt.clone();
    for literal in &brief.literals {
        let voice = matches!(
            literal.role,
            plantain_read::Role::Quote | plantain_read::Role::Attribution
        );
        if voice && told.get(literal.span.clone()).is_some() {
            told.replace_range(literal.span.clone(), &" ".repeat(literal.span.len()));
        }
    }
    told.to_lowercase()
}

/// Returns the illustrated object that a brief is about: the first of its topics and things that the set has by that name.
pub fn subject_object(brief: &Brief) -> Option<String> {
    let things = brief
        .objects
        .iter()
        .filter(|o| !o.absent)
        .map(|o| o.noun.as_str());
    let mut words: Vec<&str> = asked_for(brief)
        .chain(brief.topic.iter().map(String::as_str))
        .chain(things)
        .collect();
    // Of two that stand together the second is the head noun ("wireless headphones").
    let prompt = brief.heard();
    for at in 1..words.len() {
        if prompt.contains(&format!("{} {}", words[at - 1], words[at])) {
            words.swap(at - 1, at);
        }
    }
    let telling = |word: &&&str| !word.split_whitespace().all(|w| FRAME_WORDS.contains(&w));
    let exact = |word: &&str| plantain_art::find_object(word).filter(|found| found.exact);
    // A page with no other subject may well be about a shop.
    // Failing that, the nearest thing for one telling word ("bakery").
    let near = |word: &&str| (!word.contains(' ')).then(|| plantain_art::find_object(word))?;
    let called = |word: &&str| {
        let lower = word.to_lowercase();
        let goods = GOODS_CALLED
            .iter()
            .find(|(name, _)| has_word(&lower, name))?;
        plantain_art::find_object(goods.1)
    };
    let found = words
        .iter()
        .filter(telling)
        .find_map(|word| exact(word).or_else(|| called(word)));
    // What stands for a doing ("ceramics") says more than what a word is only near to.
    let emblem = || {
        let told = without_voices(brief);
        words
            .iter()
            .filter(telling)
            .find_map(|word| emblem(word))
            .or_else(|| emblem(&told))
            .and_then(plantain_art::find_object)
    };
    let found = found
        .or_else(emblem)
        .or_else(|| words.iter().filter(telling).find_map(near));
    found
        .or_else(|| {
            words
                .iter()
                .filter(|w| matches!(**w, "shop" | "store"))
                .find_map(exact)
        })
        .map(|found| found.object.name.to_owned())
}

/// What shops call things, and the nouns that the illustrations go by.
const GOODS_CALLED: &[(&str, &str)] = &[
    ("rain shell", "coat"),
    ("shell jacket", "coat"),
    ("head torch", "flashlight"),
    ("headlamp", "flashlight"),
    ("throw", "blanket"),
    ("tee", "t-shirt"),
    ("hoodie", "coat"),
    ("sweater", "coat"),
    ("jumper", "coat"),
    ("parka", "coat"),
    ("jacket", "coat"),
    ("trainers", "running shoe"),
    ("beanie", "cap"),
    ("rucksack", "backpack"),
    ("carafe", "vase"),
    ("planter", "potted plant"),
    ("candle", "candle"),
    ("tumbler", "cup"),
    ("earbuds", "headphone"),
    ("speaker", "loudspeaker"),
    ("serum", "lotion bottle"),
    ("cream", "lotion bottle"),
    ("shampoo", "lotion bottle"),
    ("stool", "chair"),
    ("armchair", "chair"),
    ("espresso", "coffee"),
    ("latte", "coffee"),
    ("cappuccino", "coffee"),
    ("bowl", "bowl"),
];

/// Returns the name of the icon that these words mean, or `fallback`.
pub fn icon_for(words: &str, fallback: &str) -> String {
    plantain_art::find_icon(words)
        .map_or(fallback, |icon| icon.name)
        .to_owned()
}

/// As [`icon_for`], for words of a language (ISO 639-1).
pub fn icon_in(words: &str, language: &str, fallback: &str) -> String {
    let heard = match language {
        "en" => None,
        _ => plantain_art::find_icon(&plantain_read::english(words, language)),
    };
    match heard {
        Some(icon) => icon.name.to_owned(),
        None => icon_for(words, fallback),
    }
}

/// Returns the icon that is called like one of the words, last first; a likeness by tag would show something else.
fn exact_icon(words: &str, fallback: &str) -> String {
    let lower = words.to_lowercase();
    lower
        .split_whitespace()
        .rev()
        .find_map(plantain_art::icon)
        .map_or(fallback, |icon| icon.name)
        .to_owned()
}

impl Kit<'_> {
    /// Returns the ground of the n-th picture: pale, of a hue that goes on from the accent's.
    pub fn picture_ground(&self, n: usize) -> Paint {
        let accent = self.theme.token(Token::Accent).oklch();
        let hue = accent.h + [0.0, 50.0, 200.0, 110.0, 300.0, 160.0][n % 6];
        let (l, c) = if self.theme.is_dark() {
            (0.34, 0.045)
        } else {
            (0.945, 0.032)
        };
        Paint::Radial {
            center: [0.5, 0.36],
            radius: 0.85,
            stops: vec![
                (0.0, Oklch::new(l + 0.03, c * 0.7, hue).rgba().into()),
                (1.0, Oklch::new(l - 0.045, c * 1.35, hue).rgba().into()),
            ],
        }
    }

    /// Returns a picture of what the words name, `w` by `h` units. Without an illustration for it, `symbol` stands on
    /// simple forms.
    pub fn picture(&self, words: &str, n: usize, w: f32, h: f32, symbol: &str) -> Node {
        let ground = stack()
            .role("picture")
            .size_box(w, h)
            .rigid()
            .clip()
            .fill(self.picture_ground(n));
        match known_object(words) {
            Some(name) => ground.children(self.standing(&name, w, h)),
            None => ground.children(self.symbolic(&exact_icon(words, symbol), n, w, h)),
        }
    }

    /// Returns a picture of what a brief is about, `w` by `h` units; forms in the accent's hues where nothing is known.
    pub fn subject_picture(&self, brief: &Brief, n: usize, w: f32, h: f32) -> Node {
        match subject_object(brief) {
            Some(name) => stack()
                .role("picture")
                .size_box(w, h)
                .rigid()
                .clip()
                .fill(self.picture_ground(n))
                .children(self.standing(&name, w, h)),
            None => self.band(n, w, h),
        }
    }

    /// Returns a wide picture of a sun over waves in the accent's hues. All forms end inside it.
    fn band(&self, n: usize, w: f32, h: f32) -> Node {
        let accent = self.theme.token(Token::Accent).oklch();
        let tone = |l: f32, c: f32, turn: f32| Oklch::new(l, c, accent.h + turn).rgba();
        let d = w.min(h) * 0.56;
        let x = w * [0.62, 0.24, 0.44][n % 3] - d * 0.2;
        stack()
            .role("picture")
            .size_box(w, h)
            .rigid()
            .clip()
            .gradient(180.0, tone(0.78, 0.11, 20.0), tone(0.62, 0.15, 0.0))
            .child(ellipse().bounds(x.min(w - d), h * 0.14, d, d).gradient(
                180.0,
                tone(0.97, 0.03, 50.0),
                tone(0.90, 0.09, 45.0),
            ))
            .child(
                shape(Shape::Wave)
                    .bounds(0.0, h * 0.50, w, h * 0.50)
                    .fill(tone(0.52, 0.15, 5.0)),
            )
            .child(
                shape(Shape::Wave)
                    .bounds(0.0, h * 0.68, w, h * 0.32)
                    .fill(tone(0.38, 0.12, -10.0)),
            )
    }

    /// Returns an object with its shadow, standing in a box.
    fn standing(&self, name: &str, w: f32, h: f32) -> Vec<Node> {
        let side = (w * 0.72).min(h * 0.72);
        let (x, y) = ((w - side) / 2.0, (h - side) / 2.0 - h * 0.01);
        let shade: Color = Rgba::BLACK.into();
        let soft = Paint::Radial {
            center: [0.5, 0.5],
            radius: 0.5,
            stops: vec![(0.0, shade.alpha(0.26)), (1.0, shade.alpha(0.0))],
        };
        vec![
            ellipse()
                .bounds(x + side * 0.06, y + side * 0.90, side * 0.88, side * 0.18)
                .fill(soft),
            object(name).bounds(x, y, side, side),
        ]
    }

    fn symbolic(&self, symbol: &str, n: usize, w: f32, h: f32) -> Vec<Node> {
        let side = w.min(h) * 0.56;
        let (x, y) = ((w - side) / 2.0, (h - side) / 2.0);
        let (strong, _) = self.hue(n);
        let pale: Color = if self.theme.is_dark() {
            strong.alpha(0.24)
        } else {
            strong.alpha(0.16)
        };
        let form = match n % 3 {
            0 => Shape::Blob { seed: n as u32 + 3 },
            1 => Shape::Ellipse,
            _ => Shape::Polygon {
                sides: 6,
                turn: 0.0,
            },
        };
        vec![
            shape(form).bounds(x, y, side, side).fill(pale),
            icon(symbol, side * 0.46)
                .at(w / 2.0 - side * 0.23, h / 2.0 - side * 0.23)
                .color(strong)
                .icon_stroke(1.7),
        ]
    }

    /// Returns a square cover of overlapping forms in two or three hues, for records and playlists.
    pub fn cover(&self, side: f32, seed: u64) -> Node {
        let mut rng = crate::rng::Rng::new(seed ^ 0x00c0_7e12);
        let accent = self.theme.token(Token::Accent).oklch();
        let base = accent.h + rng.range(-40.0, 40.0);
        let dark = Oklch::new(0.30, 0.09, base).rgba();
        let mid = Oklch::new(0.56, 0.17, base + 25.0).rgba();
        let warm = Oklch::new(0.82, 0.13, base + 70.0).rgba();
        let pale = Oklch::new(0.95, 0.03, base + 70.0).rgba();
        let node = stack()
            .role("cover")
            .size_box(side, side)
            .rigid()
            .clip()
            .gradient(160.0, mid, dark);
        match rng.below(4) {
            0 => node
                .child(
                    ellipse()
                        .bounds(side * 0.22, side * 0.18, side * 0.56, side * 0.56)
                        .gradient(180.0, pale, warm),
                )
                .child(
                    shape(Shape::Wave)
                        .bounds(0.0, side * 0.52, side, side * 0.24)
                        .fill(Color::from(mid).alpha(0.92)),
                )
                .child(
                    shape(Shape::Wave)
                        .bounds(-side * 0.2, side * 0.64, side * 1.4, side * 0.36)
                        .fill(dark),
                ),
            1 => node.children((0..6).map(|i| {
                let d = side * (1.15 - 0.19 * i as f32);
                let tone = if i % 2 == 0 { warm } else { dark };
                let tone = if i == 5 { pale } else { tone };
                ellipse()
                    .bounds((side - d) * 0.62, (side - d) * 0.58, d, d)
                    .fill(tone)
            })),
            2 => node
                .child(
                    rect()
                        .bounds(side * 0.14, side * 0.14, side * 0.44, side * 0.72)
                        .radius(side * 0.22)
                        .fill(warm),
                )
                .child(
                    rect()
                        .bounds(side * 0.42, side * 0.14, side * 0.44, side * 0.72)
                        .radius(side * 0.22)
                        .fill(Color::from(pale).alpha(0.75)),
                )
                .child(
                    ellipse()
                        .bounds(side * 0.36, side * 0.36, side * 0.28, side * 0.28)
                        .fill(dark),
                ),
            _ => node
                .child(
                    shape(Shape::Triangle)
                        .bounds(-side * 0.12, side * 0.34, side * 0.84, side * 0.72)
                        .fill(warm),
                )
                .child(
                    shape(Shape::Triangle)
                        .bounds(side * 0.34, side * 0.48, side * 0.8, side * 0.6)
                        .fill(dark),
                )
                .child(
                    ellipse()
                        .bounds(side * 0.62, side * 0.14, side * 0.22, side * 0.22)
                        .fill(pale),
                ),
        }
    }
}
