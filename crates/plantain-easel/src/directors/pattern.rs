//! The director of patterns and backgrounds: seamless motifs, geometric fields, gradients.

mod course;
mod fields;
mod forms;
mod hues;
pub mod laid;
pub mod material;
mod motifs;
mod textile;

use plantain_read::{Background, Brief, Genre};
use plantain_scene::build::{rect, shape, stack};
use plantain_scene::node::{Node, Shape};
use plantain_scene::{Color, Oklch, Rgba, Theme};

use self::course::Course;
use self::fields::Field;
use self::material::Material;
use self::textile::Textile;
use crate::rng::Rng;
use crate::stage::cast::{Actor, Cast};
use crate::stage::light::lighter;
use crate::stage::manner;
use crate::stage::mend::mend;
use crate::stage::pen::{Pen, fill, glow};
use crate::stage::prop::{Art, Facing};
use crate::stage::rect::Rect;
use crate::studio::{Draft, Studio};
use crate::wardrobe::rgb;

const CUSTOM: &[&str] = &[
    "botanical",
    "playful",
    "mid-century",
    "pastel",
    "risograph",
    "seventies",
];
const DRAFTS: usize = 6;
/// Motifs across the shorter side of the canvas.
const ACROSS: [usize; 3] = [4, 5, 3];

/// Returns drafts of a pattern or a background.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let brief = mend(studio.brief);
    let cast = Cast::new(&brief, &studio.rng("cast").fork(&brief.prompt));
    studio
        .themes(CUSTOM, DRAFTS)
        .into_iter()
        .enumerate()
        .map(|(i, theme)| draft(studio, &brief, &cast, theme, i))
        .collect()
}

fn draft(studio: &Studio<'_>, brief: &Brief, cast: &Cast, mut theme: Theme, take: usize) -> Draft {
    let (w, h) = (studio.width, studio.height);
    let rng = studio.rng(&format!("pattern {take}"));
    let palette = palette(brief, &theme, &mut rng.fork("palette"));
    let dyed = motifs::of(cast, &palette.inks[..palette.asked.min(palette.inks.len())]);
    let motifs: Vec<&Actor> = dyed.iter().collect();
    let mut root = stack()
        .size_box(w, h)
        .clip()
        .role("pattern")
        .fill(palette.ground);
    let field = field(brief, motifs.is_empty(), take);
    let (name, because) = if let Some(kind) = surface_of(brief) {
        let named = matches!(
            brief.canvas.background,
            Some(Background::Color(_) | Background::Pattern(_, Some(_)))
        );
        let asked: Vec<Rgba> = named
            .then_some(palette.ground)
            .into_iter()
            .chain(brief.look.palette.iter().map(rgb))
            // "marble with gold veins": what is said of its parts.
            .chain(
                brief
                    .objects
                    .iter()
                    .filter_map(|o| o.color.as_ref())
                    .map(rgb),
            )
            .collect();
        let mut rng = rng.fork("surface");
        let (base, nodes) = material::surface(kind, &asked, &brief.heard(), (w, h), &mut rng);
        root = root.fill(base).children(nodes);
        (
            "surface",
            "A surface fills the canvas from edge to edge and shows nothing but itself.",
        )
    } else if let Some(field) = field {
        let heard = brief.heard();
        root = match Course::told(&heard).filter(|_| field == Field::Ramp) {
            Some(course) => root.fill(course.ramp(&palette)),
            None => ground(
                root,
                field,
                &palette,
                &heard,
                (w, h),
                &rng.fork("gradient"),
                take,
            ),
        };
        told(field)
    } else if let Some(cloth) = Textile::named(&brief.heard()) {
        root = root.children(textile::textile(
            cloth,
            &palette,
            (w, h),
            &mut rng.fork("cloth"),
        ));
        (
            "cloth",
            "A pattern with a name keeps its form: bands, dots or scales that close at every edge.",
        )
    } else if motifs.is_empty() {
        root = root.children(geometric(&palette, (w, h), &rng, take));
        (
            "geometric repeat",
            "One form, turned and recoloured on an even grid that closes at every edge.",
        )
    } else {
        let turn = studio.seed as usize;
        root = root.children(repeat(&motifs, &palette, (w, h), &rng, turn, ""));
        (
            "motif repeat",
            "The motifs alternate on a half-drop grid whose columns and rows divide the canvas evenly, so that it tiles.",
        )
    };
    theme.manner = manner::manner(&brief.look, &brief.prompt).to_owned();
    let mut draft = Draft::new(name, theme, root).because(because).liked(0.7);
    draft.notes.extend(cast.notes.iter().cloned());
    draft
}

/// What a surface is made of that the prompt asks for; a pattern and a plain gradient are none.
fn surface_of(brief: &Brief) -> Option<Material> {
    let plain = brief.genre == Genre::Pattern && !says(brief, &["pattern", "wrapping"]);
    Material::named(&brief.heard()).filter(|_| plain)
}

fn says(brief: &Brief, words: &[&str]) -> bool {
    let prompt = brief.heard();
    words.iter().any(|word| prompt.contains(word))
}

/// Words of things that repeat.
const REPEATED: &[&str] = &["pattern", "seamless", "repeat", "tile", "wrapping"];

/// Returns what an abstract ground is made of; none for what repeats.
fn field(brief: &Brief, bare: bool, take: usize) -> Option<Field> {
    let heard = brief.heard();
    let named = Field::named(&heard);
    let ground = says(brief, &["background", "backdrop", "wallpaper", "abstract"]);
    match brief.genre {
        Genre::Gradient if says(brief, &["solid", "plain", "blank"]) => Some(Field::Ramp),
        // "From coral to mint": from the one to the other, and no cloud of both.
        Genre::Gradient if Course::told(&heard).is_some() && named.is_none_or(Field::is_ramp) => {
            Some(Field::Ramp)
        }
        // Every other draft of an open ground is another field, those of a plain gradient stay one.
        Genre::Gradient => named.or_else(|| Some(Field::any(take + 1))),
        // Circles that lie over each other are no motif that repeats.
        Genre::Pattern
            if named == Some(Field::Circles)
                && says(brief, &["overlapping", "translucent", "transparent"])
                && !says(brief, REPEATED) =>
        {
            named
        }
        _ if bare && ground && !says(brief, REPEATED) => named.filter(|f| *f != Field::Geometry),
        _ => None,
    }
}

/// Returns the name of a field and why it was chosen.
fn told(field: Field) -> (&'static str, &'static str) {
    match field {
        Field::Ramp | Field::Mesh => (
            "gradient",
            "Colours flow into each other without an edge, so that anything can stand on them.",
        ),
        Field::Waves => (
            "waves",
            "Long waves in the steps between the colours give depth without a subject.",
        ),
        Field::Blobs => (
            "soft forms",
            "Large soft forms overlap in the colours that were asked for.",
        ),
        Field::Lines => (
            "fine lines",
            "Fine lines swell and gather like a band of silk on a calm ground.",
        ),
        Field::Geometry => (
            "plain geometry",
            "A few plain forms, each with its own weight and place, balance each other.",
        ),
        Field::Circles => (
            "circles",
            "Large circles lie over each other in the colours that were asked for.",
        ),
        Field::Rings => (
            "rings",
            "Rings lie within each other from the rim of the sheet to their middle.",
        ),
        Field::Confetti => (
            "strewn forms",
            "Small plain forms are strewn evenly, no two neighbours alike.",
        ),
        Field::Corners => (
            "corners",
            "The forms come in from the corners, so that the middle stays free.",
        ),
        Field::Facets => (
            "facets",
            "Facets catch the light from one side of the sheet.",
        ),
    }
}

/// Colours of a pattern.
struct Palette {
    ground: Rgba,
    inks: Vec<Rgba>,
    /// Whether edges are to be blurred.
    soft: bool,
    /// How many colours the prompt names.
    asked: usize,
}

fn palette(brief: &Brief, theme: &Theme, rng: &mut Rng) -> Palette {
    let mut asked: Vec<Rgba> = brief.look.palette.iter().map(rgb).collect();
    if asked.is_empty() {
        // Colours said of the pattern itself.
        asked = brief
            .objects
            .iter()
            .filter(|o| {
                brief.genre == Genre::Gradient || plantain_art::find_object(&o.noun).is_none()
            })
            .flat_map(|o| o.color.iter().chain(&o.more_colors))
            .map(rgb)
            .collect();
    }
    let ground = match &brief.canvas.background {
        Some(Background::Color(color) | Background::Pattern(_, Some(color))) => Some(rgb(color)),
        _ => None,
    };
    let mut inks: Vec<Rgba> = match &brief.canvas.background {
        Some(Background::Gradient(colors)) => colors.iter().map(rgb).chain(asked).collect(),
        _ => asked,
    };
    let named = inks.len();
    let formed = Field::named(&brief.heard()) == Some(Field::Geometry);
    let wanted = if brief.genre == Genre::Gradient && !formed {
        2
    } else {
        3
    };
    let base = inks.first().map_or(rng.range(0.0, 360.0), |c| c.oklch().h);
    let heard = brief.heard();
    if inks.is_empty() {
        inks = hues::natural(&heard).unwrap_or_default();
    }
    let base = inks.first().map_or(base, |c| c.oklch().h);
    if inks.is_empty() {
        inks.push(theme.token(plantain_scene::Token::Accent));
        inks.push(theme.token(plantain_scene::Token::Second));
    }
    while inks.len() < wanted {
        // Beside colours that were asked for a further one is a step between them, no new hue.
        if named >= 2 {
            inks.push(inks[0].mix(inks[1], 0.5));
            continue;
        }
        let turn = 40.0 * inks.len() as f32;
        inks.push(Oklch::new(0.72, 0.12, (base + turn) % 360.0).rgba());
    }
    let pale = Oklch::new(0.955, 0.02, inks[0].oklch().h).rgba();
    Palette {
        ground: ground.unwrap_or(pale),
        inks,
        asked: named,
        soft: says(brief, &["blur", "soft", "bokeh", "dreamy", "glow"]),
    }
}

/// How the motifs of a repeat stand to each other.
#[derive(Debug, Clone, Copy)]
enum Repeat {
    /// Every other column half a step lower, each thing turned a little.
    Drop,
    /// Every other row half a step aside, each row one kind, all upright.
    Bond,
    /// Large things and small ones in turn.
    Sizes,
}

impl Repeat {
    const ALL: [Self; 3] = [Self::Drop, Self::Bond, Self::Sizes];
}

/// Sets motifs on a grid. What crosses an edge comes back on the other side.
fn repeat(
    motifs: &[&Actor],
    palette: &Palette,
    (w, h): (f32, f32),
    rng: &Rng,
    take: usize,
    manner: &str,
) -> Vec<Node> {
    let mut rng = rng.fork("repeat");
    let plan = Repeat::ALL[take % Repeat::ALL.len()];
    let across = ACROSS[take % ACROSS.len()];
    let cell = w.min(h) / across as f32;
    // An even number of columns closes the half drop at the right edge, an even number of rows the bond at the foot.
    let columns = (((w / cell) / 2.0).round().max(1.0) as usize) * 2;
    let rows = match plan {
        Repeat::Bond => (((h / cell) / 2.0).round().max(1.0) as usize) * 2,
        _ => (h / cell).round().max(1.0) as usize,
    };
    let (dx, dy) = (w / columns as f32, h / rows as f32);
    let turns = [-18.0, 12.0, 0.0, 24.0, -8.0];
    let mut out = Vec::new();
    for column in 0..columns {
        for row in 0..rows {
            let odd = |n: usize| if n % 2 == 1 { 0.5 } else { 0.0 };
            let (right, down) = match plan {
                Repeat::Bond => (odd(row), 0.25),
                Repeat::Drop | Repeat::Sizes => (0.0, odd(column)),
            };
            let (cx, cy) = (
                dx * (column as f32 + 0.5 + right),
                dy * (row as f32 + 0.25 + down),
            );
            let (motif, turn, share) = match plan {
                Repeat::Drop => (
                    column + row * 2 + column / 2,
                    turns[(column * 3 + row) % turns.len()],
                    0.78,
                ),
                // A row a motif, all upright.
                Repeat::Bond => (row, 0.0, 0.8),
                Repeat::Sizes => {
                    let large = (column + row) % 2 == 0;
                    let turn = turns[(column * 3 + row * 2) % turns.len()] * 1.7;
                    (column + row, turn, if large { 0.98 } else { 0.6 })
                }
            };
            let motif = motifs[motif % motifs.len()];
            let size = dx.min(dy) * share;
            for (ox, oy) in wraps(cx, cy, size, (w, h)) {
                out.push(motif_node(
                    motif,
                    Rect::around(cx + ox, cy + oy, size, size),
                    turn,
                    manner,
                ));
            }
            let (sx, sy) = (cx + dx * 0.5, cy + dy * 0.02);
            let ink = palette.inks[(row + column) % palette.inks.len()];
            let dot = size * 0.09 * rng.range(0.9, 1.1);
            for (ox, oy) in wraps(sx, sy, dot, (w, h)) {
                out.push(
                    plantain_scene::build::ellipse()
                        .bounds(sx + ox - dot / 2.0, sy + oy - dot / 2.0, dot, dot)
                        .fill(ink.faded(0.8)),
                );
            }
        }
    }
    out
}

/// Returns the offsets at which a form must be drawn so that the pattern has no seam.
fn wraps(cx: f32, cy: f32, size: f32, (w, h): (f32, f32)) -> Vec<(f32, f32)> {
    // Turned forms reach farther than their box.
    let r = size * 0.75;
    let axis = |c: f32, side: f32| {
        let mut shifts = vec![0.0];
        if c - r < 0.0 {
            shifts.push(side);
        }
        if c + r > side {
            shifts.push(-side);
        }
        shifts
    };
    let mut out = Vec::new();
    for ox in axis(cx, w) {
        for oy in axis(cy, h) {
            out.push((ox, oy));
        }
    }
    out
}

fn motif_node(actor: &Actor, cell: Rect, turn: f32, manner: &str) -> Node {
    let aspect = actor.prop.aspect.clamp(0.3, 3.0);
    let (w, h) = if aspect > 1.0 {
        (cell.w, cell.w / aspect)
    } else {
        (cell.h * aspect, cell.h)
    };
    let r = Rect::around(cell.cx(), cell.cy(), w, h);
    let node = match &actor.prop.art {
        Art::Set(name) => {
            let mut node = plantain_scene::build::object(name.clone())
                .bounds(r.x, r.y, r.w, r.h)
                .flip(actor.prop.facing == Facing::Left && turn > 0.0);
            if let plantain_scene::node::Content::Object(object) = &mut node.content {
                object.tint = actor.tint.map(Color::from);
                object.parts = actor.parts();
                object.materials.clone_from(&actor.materials);
                object.manner = manner.to_owned();
            }
            node
        }
        Art::Person(person) => person.draw(r, false),
        Art::Robot(robot) => robot.draw(r),
        Art::Mascot(mascot) => mascot.draw(r),
        Art::Panel(panel) => panel.draw(r),
        Art::StandIn => shape(Shape::Blob { seed: 7 })
            .bounds(r.x, r.y, r.w, r.h)
            .fill(actor.prop.color()),
    };
    node.rotate(turn).role("motif")
}

/// Fills a grid with quarter discs, drops, half discs or triangles.
fn geometric(palette: &Palette, (w, h): (f32, f32), rng: &Rng, take: usize) -> Vec<Node> {
    let mut rng = rng.fork("geometric");
    let across = [6, 8, 5][take % 3];
    let cell = w.min(h) / across as f32;
    let (columns, rows) = (
        (w / cell).round().max(1.0) as usize,
        (h / cell).round().max(1.0) as usize,
    );
    let (dx, dy) = (w / columns as f32, h / rows as f32);
    let mut tones: Vec<Rgba> = palette.inks.clone();
    tones.push(lighter(palette.inks[0], 0.14));
    tones.push(palette.ground);
    let mut out = Vec::new();
    let form = take % 4;
    for column in 0..columns {
        for row in 0..rows {
            let (x, y) = (dx * column as f32, dy * row as f32);
            let back = *rng.pick(&tones);
            let others: Vec<Rgba> = tones.iter().copied().filter(|c| *c != back).collect();
            let front = if others.is_empty() {
                palette.ground
            } else {
                *rng.pick(&others)
            };
            // Half a unit of overlap leaves no hairline between cells.
            out.push(rect().bounds(x, y, dx + 0.5, dy + 0.5).fill(back));
            let d = cell_form(form, rng.below(4), Rect::new(x, y, dx, dy));
            out.push(fill(d, w, h, front));
        }
    }
    out
}

/// Returns a form that fills a cell from the given corner, 0 to 3 clockwise from the top left.
fn cell_form(form: usize, corner: usize, r: Rect) -> String {
    // Control points of a quarter circle.
    const K: f32 = 0.5523;
    let turn = |x: f32, y: f32| {
        let (x, y) = match corner {
            0 => (x, y),
            1 => (1.0 - y, x),
            2 => (1.0 - x, 1.0 - y),
            _ => (y, 1.0 - x),
        };
        r.at(x, y)
    };
    let go = |pen: Pen, x: f32, y: f32| {
        let (x, y) = turn(x, y);
        pen.go(x, y)
    };
    let to = |pen: Pen, x: f32, y: f32| {
        let (x, y) = turn(x, y);
        pen.line(x, y)
    };
    match form {
        0 => {
            let pen = to(go(Pen::new(), 0.0, 0.0), 1.0, 0.0);
            pen.cubic(turn(1.0, K), turn(K, 1.0), turn(0.0, 1.0))
                .close()
                .end()
        }
        1 => to(to(go(Pen::new(), 0.0, 0.0), 1.0, 0.0), 0.0, 1.0)
            .close()
            .end(),
        2 => {
            // A leaf from corner to corner.
            go(Pen::new(), 0.0, 0.0)
                .cubic(turn(K, 0.0), turn(1.0, 1.0 - K), turn(1.0, 1.0))
                .cubic(turn(1.0 - K, 1.0), turn(0.0, K), turn(0.0, 0.0))
                .close()
                .end()
        }
        _ => {
            // A half disc on one side.
            let half = K * 0.5;
            go(Pen::new(), 0.0, 0.0)
                .cubic(turn(half, 0.0), turn(0.5, 0.5 - half), turn(0.5, 0.5))
                .cubic(turn(0.5, 0.5 + half), turn(half, 1.0), turn(0.0, 1.0))
                .close()
                .end()
        }
    }
}

/// Lays an abstract ground over the whole canvas.
fn ground(
    root: Node,
    field: Field,
    palette: &Palette,
    heard: &str,
    size: (f32, f32),
    rng: &Rng,
    take: usize,
) -> Node {
    let mut rng = rng.clone();
    let angle = [135.0, 180.0, 90.0, 160.0, 120.0, 45.0][take % 6];
    let ramp = || Course::Line(angle).ramp(palette);
    match field {
        Field::Ramp => root.fill(ramp()),
        Field::Mesh => mesh(root.fill(ramp()), palette, size, take, &mut rng),
        Field::Waves => root
            .fill(ramp())
            .children(forms::swells(palette, size, &mut rng)),
        Field::Blobs => {
            let blurred = palette.soft || take.is_multiple_of(2);
            root.children(fields::blobs(palette, size, blurred, &mut rng))
        }
        Field::Lines => {
            let (field, lines) = fields::lines(palette, size, &mut rng);
            root.fill(field).children(lines)
        }
        Field::Geometry => root.children(fields::geometry(palette, size, &mut rng)),
        Field::Facets => root.children(fields::facets(palette, size, &mut rng)),
        Field::Circles if faint(heard) => {
            let circles = forms::faint_circles(palette, size, &mut rng);
            root.fill(ramp()).children(circles)
        }
        Field::Circles => root.children(forms::circles(palette, size, &mut rng)),
        Field::Rings => root.children(forms::rings(palette, heard, size, &mut rng)),
        Field::Confetti => root.children(forms::confetti(palette, heard, size, &mut rng)),
        Field::Corners => root.children(forms::corners(palette, size, &mut rng)),
    }
}

/// Returns whether forms are to stay behind what may stand on them.
fn faint(heard: &str) -> bool {
    [
        "faint",
        "subtle",
        "gradient",
        "soft",
        "light circles",
        "delicate",
    ]
    .iter()
    .any(|word| heard.contains(word))
}

/// Soft lights make a mesh of a plain ramp.
fn mesh(mut root: Node, palette: &Palette, (w, h): (f32, f32), take: usize, rng: &mut Rng) -> Node {
    if take.is_multiple_of(3) {
        return root;
    }
    for (i, color) in palette.inks.iter().cycle().take(5).enumerate() {
        let light = lighter(*color, if i % 2 == 0 { 0.08 } else { -0.04 });
        let r = w.max(h) * rng.range(0.3, 0.55);
        root = root.child(glow(rng.range(0.0, w), rng.range(0.0, h), r, light, 0.7));
    }
    root
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_crosses_an_edge_comes_back() {
        assert_eq!(wraps(50.0, 50.0, 10.0, (100.0, 100.0)), [(0.0, 0.0)]);
        let corner = wraps(2.0, 98.0, 10.0, (100.0, 100.0));
        assert_eq!(corner.len(), 4);
        assert!(corner.contains(&(100.0, -100.0)));
    }
}
