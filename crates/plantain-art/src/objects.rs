//! The illustrated objects: flat-filled pictures on a grid of at most 32 by 32 units, with what is known about each.

use std::sync::{LazyLock, OnceLock};

use kurbo::{Affine, BezPath, Point, Rect, Size};

use crate::colour::Rgb;
use crate::kinds::{Category, Kind};
use crate::pack::{Reader, unpacked};
use crate::recolour;

static DATA: LazyLock<Vec<u8>> =
    LazyLock::new(|| unpacked(include_bytes!(concat!(env!("OUT_DIR"), "/objects.bin"))));

/// One illustrated object.
#[derive(Clone, Debug)]
pub struct Object {
    pub name: &'static str,
    /// Size of the view box in grid units; the longer side is 32.
    pub size: Size,
    /// The smallest box around all parts, in grid units.
    pub bounds: Rect,
    /// Parts in paint order.
    pub parts: Vec<Part>,
}

/// One filled path of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    pub path: BezPath,
    pub paint: Paint,
    /// 0 to 1, on top of the paint's own alpha.
    pub opacity: f32,
    /// Filled by the even-odd rule instead of non-zero.
    pub even_odd: bool,
    pub layer: Layer,
    /// Share of the object's visible area, 0 to 1.
    pub share: f32,
    pub family: Family,
}

/// Whether a part lies behind or before what the object contains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    Back,
    Front,
}

/// The colours that belong together in an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Family {
    /// What the object is said to be coloured: [`Object::recolored`] changes these parts.
    Main,
    /// White, grey, black and near to them, unless that is the main colour.
    Neutral,
    /// Other hues, most visible first.
    Other(u8),
}

#[derive(Clone, Debug, PartialEq)]
pub enum Paint {
    Solid(Rgb),
    Gradient(Gradient),
}

#[derive(Clone, Debug, PartialEq)]
pub struct Gradient {
    pub shape: GradientShape,
    pub stops: Vec<Stop>,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum GradientShape {
    Linear { from: Point, to: Point },
    Radial { centre: Point, radius: f64 },
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stop {
    /// 0 to 1.
    pub offset: f32,
    pub colour: Rgb,
    /// 0 to 1.
    pub alpha: f32,
}

impl Paint {
    /// Returns the colour, or the middle one of a gradient.
    pub fn colour(&self) -> Rgb {
        match self {
            Self::Solid(colour) => *colour,
            Self::Gradient(gradient) => gradient
                .stops
                .get(gradient.stops.len() / 2)
                .map_or([128; 3], |stop| stop.colour),
        }
    }

    /// Returns the paint with every colour in it changed by `change`.
    pub fn map(&self, mut change: impl FnMut(Rgb) -> Rgb) -> Self {
        match self {
            Self::Solid(colour) => Self::Solid(change(*colour)),
            Self::Gradient(gradient) => {
                let stops = gradient
                    .stops
                    .iter()
                    .map(|stop| Stop {
                        colour: change(stop.colour),
                        ..*stop
                    })
                    .collect();
                Self::Gradient(Gradient {
                    shape: gradient.shape,
                    stops,
                })
            }
        }
    }
}

/// Parts fainter than this, or smaller than this share of the object, do not make the ground of words.
const VEIL: f32 = 0.7;
const SPECK: f32 = 0.02;

impl Object {
    /// Returns what is known about the object: size, category, facing, anchors.
    pub fn kind(&self) -> Kind {
        Kind::of(self.name)
    }

    /// Returns the colour that the object is said to have: that of its most visible main part.
    pub fn main_colour(&self) -> Rgb {
        let main = self.parts.iter().filter(|part| part.family == Family::Main);
        main.max_by(|a, b| a.share.total_cmp(&b.share))
            .or(self.parts.first())
            .map_or([128; 3], |part| part.paint.colour())
    }

    /// Returns the colour that shows at a spot, given as fractions of the bounds, when the main colour is `tint`.
    pub fn colour_at(&self, x: f64, y: f64, tint: Option<Rgb>) -> Option<Rgb> {
        use kurbo::Shape as _;
        let parts = match tint {
            Some(rgb) => self.recolored(rgb),
            None => self.parts.clone(),
        };
        let b = self.bounds;
        let spot = Point::new(b.x0 + b.width() * x, b.y0 + b.height() * y);
        let covers =
            |part: &&Part| part.opacity > VEIL && part.share > SPECK && part.path.contains(spot);
        parts
            .iter()
            .rev()
            .find(covers)
            .map(|part| part.paint.colour())
    }

    /// Returns the outlines of the window panes as SVG path data, with the bounds laid onto `[x, y, width, height]`;
    /// None where the object is known to have none.
    pub fn panes(&self, onto: [f32; 4], mirrored: bool) -> Option<String> {
        let kind = self.kind();
        let colours = kind.part("window");
        let [x, y, w, h] = onto.map(f64::from);
        let b = self.bounds;
        let (kx, ky) = (w / b.width(), h / b.height());
        let place = if mirrored {
            Affine::new([-kx, 0.0, 0.0, ky, x + b.x1 * kx, y - b.y0 * ky])
        } else {
            Affine::new([kx, 0.0, 0.0, ky, x - b.x0 * kx, y - b.y0 * ky])
        };
        let mut panes = BezPath::new();
        for part in self
            .parts
            .iter()
            .filter(|p| colours.contains(&p.paint.colour()))
        {
            panes.extend(place * part.path.clone());
        }
        (!panes.is_empty()).then(|| panes.to_svg())
    }

    /// Returns the parts with the main colour changed to `colour`: shading is kept in proportion, other colours stay, and
    /// details that would vanish against the new colour are moved away from it.
    pub fn recolored(&self, colour: Rgb) -> Vec<Part> {
        let person = matches!(
            self.kind().category,
            Category::Person | Category::Face | Category::Body
        );
        recolour::recolour(&self.parts, colour, !person)
    }

    /// Returns whether a part of that singular noun ("door", "wheel") can have a colour of its own.
    pub fn has_part(&self, noun: &str) -> bool {
        !self.kind().part(noun).is_empty()
    }

    /// Returns the colour that a part of that singular noun is drawn with; none where no part goes by it.
    pub fn part_colour(&self, noun: &str) -> Option<Rgb> {
        self.kind().part(noun).first().copied()
    }

    /// Returns the singular nouns of the parts that can have colours of their own.
    pub fn part_nouns(&self) -> Vec<&'static str> {
        self.kind().parts.iter().map(|(noun, _)| *noun).collect()
    }

    /// Returns where the highest piece of the part that goes by a singular noun lies, as shares of the bounds: left, top, width,
    /// height.
    pub fn part_top(&self, noun: &str) -> Option<[f32; 4]> {
        use kurbo::Shape;
        let kind = self.kind();
        let colours = kind.part(noun);
        let own = self
            .parts
            .iter()
            .filter(|part| colours.contains(&part.paint.colour()))
            .map(|part| part.path.bounding_box())
            .min_by(|a, b| a.y0.total_cmp(&b.y0))?;
        let b = self.bounds;
        Some([
            ((own.x0 - b.x0) / b.width()) as f32,
            ((own.y0 - b.y0) / b.height()) as f32,
            (own.width() / b.width()) as f32,
            (own.height() / b.height()) as f32,
        ])
    }

    /// Returns the parts with the main colour changed to `tint`, and named parts (singular nouns) to colours of their own.
    pub fn painted<'a>(
        &self,
        tint: Option<Rgb>,
        parts: impl IntoIterator<Item = (&'a str, Rgb)>,
    ) -> Vec<Part> {
        let mut painted = match tint {
            Some(colour) => self.recolored(colour),
            None => self.parts.clone(),
        };
        let kind = self.kind();
        for (noun, colour) in parts {
            recolour::dye(&self.parts, kind.part(noun), colour, &mut painted);
        }
        painted
    }
}

/// Returns the object of that name (`"red-apple"`, `"vase"`, `"flag-jp"`).
pub fn object(name: &str) -> Option<Object> {
    let index = index();
    let at = index.binary_search_by(|entry| entry.0.cmp(name)).ok()?;
    let (name, at) = index[at];
    Some(decode(name, at))
}

/// Returns every object's name, sorted.
pub fn object_names() -> impl ExactSizeIterator<Item = &'static str> {
    index().iter().map(|entry| entry.0)
}

/// Each object's name and where the rest of its record starts.
fn index() -> &'static [(&'static str, usize)] {
    static INDEX: OnceLock<Vec<(&str, usize)>> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut reader = Reader::new(&DATA, pool().1);
        (0..reader.varint())
            .map(|_| {
                let length = reader.varint();
                let start = reader.position();
                let name = reader.text();
                let at = reader.position();
                reader.skip(start + length - at);
                (name, at)
            })
            .collect()
    })
}

/// Returns where the pool of paths starts and ends.
fn pool() -> (usize, usize) {
    let mut reader = Reader::new(&DATA, 4);
    let length = reader.varint();
    (reader.position(), reader.position() + length)
}

fn decode(name: &'static str, at: usize) -> Object {
    let pool = pool().0;
    let mut reader = Reader::new(&DATA, at);
    let size = Size::new(reader.length(), reader.length());
    let bounds = Rect::new(
        reader.coordinate(),
        reader.coordinate(),
        reader.coordinate(),
        reader.coordinate(),
    );
    let mut parts: Vec<Part> = (0..reader.varint())
        .map(|_| decode_part(&mut reader, pool))
        .collect();
    let kind = Kind::of(name);
    let bounds = match kind.ground {
        Some(ground) => clear_ground(&mut parts, ground, size).unwrap_or(bounds),
        None => bounds,
    };
    let families = recolour::families(&parts, &kind.main);
    for (part, family) in parts.iter_mut().zip(families) {
        part.family = family;
    }
    Object {
        name,
        size,
        bounds,
        parts,
    }
}

/// A stretch of ground reaches at least over this share of the width of the view, and below this share of its height.
const GROUND_SPAN: f64 = 0.6;
const GROUND_DEPTH: f64 = 0.85;

/// Removes the stretches of ground of that colour and returns the new bounds.
fn clear_ground(parts: &mut Vec<Part>, ground: Rgb, size: Size) -> Option<Rect> {
    use kurbo::{PathEl, Shape as _};
    for part in parts
        .iter_mut()
        .filter(|part| part.paint.colour() == ground)
    {
        let mut kept = BezPath::new();
        let mut run: Vec<PathEl> = Vec::new();
        let flush = |run: &mut Vec<PathEl>, kept: &mut BezPath| {
            let path = BezPath::from_vec(std::mem::take(run));
            let b = path.bounding_box();
            let wide = b.width() > GROUND_SPAN * size.width && b.y1 > GROUND_DEPTH * size.height;
            if !path.is_empty() && !wide {
                kept.extend(path);
            }
        };
        for element in part.path.iter() {
            if matches!(element, PathEl::MoveTo(_)) {
                flush(&mut run, &mut kept);
            }
            run.push(element);
        }
        flush(&mut run, &mut kept);
        part.path = kept;
    }
    parts.retain(|part| !part.path.is_empty());
    parts
        .iter()
        .map(|part| part.path.bounding_box())
        .reduce(|all, b| all.union(b))
}

fn decode_part(reader: &mut Reader, pool: usize) -> Part {
    let flags = reader.byte();
    let path = Reader::new(&DATA, pool + reader.varint()).path();
    let opacity = f32::from(reader.byte()) / 255.0;
    let share = f32::from(reader.byte()) / 255.0;
    Part {
        path,
        paint: decode_paint(reader, flags & 3),
        opacity,
        even_odd: flags & 4 != 0,
        layer: if flags & 8 != 0 {
            Layer::Back
        } else {
            Layer::Front
        },
        share,
        family: Family::Neutral,
    }
}

fn decode_paint(reader: &mut Reader, kind: u8) -> Paint {
    let shape = match kind {
        0 => return Paint::Solid([reader.byte(), reader.byte(), reader.byte()]),
        1 => GradientShape::Linear {
            from: point(reader),
            to: point(reader),
        },
        _ => GradientShape::Radial {
            centre: point(reader),
            radius: reader.coordinate(),
        },
    };
    let stops = (0..reader.varint())
        .map(|_| Stop {
            offset: f32::from(reader.byte()) / 255.0,
            colour: [reader.byte(), reader.byte(), reader.byte()],
            alpha: f32::from(reader.byte()) / 255.0,
        })
        .collect();
    Paint::Gradient(Gradient { shape, stops })
}

fn point(reader: &mut Reader) -> Point {
    Point::new(reader.coordinate(), reader.coordinate())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_object_decodes() {
        let names: Vec<_> = object_names().collect();
        assert!(names.len() > 3400 && names.windows(2).all(|pair| pair[0] < pair[1]));
        for name in names {
            let object = object(name).unwrap();
            assert!(
                object.bounds.width() > 1.0 && object.bounds.height() > 0.5,
                "{name}: {:?}",
                object.bounds
            );
            assert!(
                object.parts.iter().all(|part| !part.path.is_empty()),
                "{name}"
            );
            assert!(
                object.parts.iter().any(|part| part.family == Family::Main),
                "{name} has no main colour"
            );
        }
    }

    #[test]
    fn whoever_is_said_to_have_panes_has_them() {
        let names = object_names().filter(|name| !Kind::of(name).part("window").is_empty());
        for name in names {
            let panes = |mirrored| {
                object(name)
                    .unwrap()
                    .panes([0.0, 0.0, 10.0, 10.0], mirrored)
            };
            let lit = panes(false).unwrap_or_else(|| panic!("{name} has no pane of that colour"));
            let path = BezPath::from_svg(&lit).unwrap();
            let b = kurbo::Shape::bounding_box(&path);
            assert!(
                b.x0 >= 0.0 && b.x1 <= 10.0 && b.y0 >= 0.0 && b.y1 <= 10.0,
                "{name}: {b:?}"
            );
            let turned = BezPath::from_svg(&panes(true).unwrap()).unwrap();
            let t = kurbo::Shape::bounding_box(&turned);
            assert!((t.x0 - (10.0 - b.x1)).abs() < 1e-3, "{name}: {t:?}");
        }
        assert!(object("apple-tree").is_none_or(|tree| tree.panes([0.0; 4], false).is_none()));
    }

    #[test]
    fn every_named_part_is_drawn_and_takes_a_colour_alone() {
        for (name, kind) in crate::kinds::table() {
            let Some(object) = object(name) else { continue };
            for (noun, colours) in &kind.parts {
                let drawn = |colour: &Rgb| object.parts.iter().any(|p| p.paint.colour() == *colour);
                assert!(colours.iter().all(drawn), "{name}: {noun}");
                assert!(object.has_part(noun), "{name}: {noun}");
                let painted = object.painted(None, [(*noun, [12, 200, 90])]);
                for (new, old) in painted.iter().zip(&object.parts) {
                    let meant = colours.contains(&old.paint.colour());
                    assert_eq!(new.paint != old.paint, meant, "{name}: {noun}");
                }
            }
        }
    }

    #[test]
    fn the_main_colour_is_what_one_would_say() {
        let check =
            |name: &str, main: Rgb| assert_eq!(object(name).unwrap().main_colour(), main, "{name}");
        check("red-apple", [0xF8, 0x31, 0x2F]);
        check("green-apple", object("green-apple").unwrap().main_colour());
        let (r, g, b) = object("automobile")
            .map(|o| o.main_colour())
            .map(|[r, g, b]| (r, g, b))
            .unwrap();
        assert!(
            r > g && r > b,
            "a car's body is its main colour, not its windows"
        );
        assert!(
            object("ewe")
                .unwrap()
                .main_colour()
                .iter()
                .all(|&v| v > 180),
            "a sheep is white"
        );
    }
}
