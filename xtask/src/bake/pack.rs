//! Writes the packed tables; `plantain-art`'s `pack` module reads them and describes the form.

use std::collections::BTreeMap;

use kurbo::{BezPath, PathEl, Point, Shape, Size};

use super::svg::{Paint, Part, Stop};

/// Steps of a grid unit that coordinates are rounded to.
const STEPS: f64 = 256.0;

pub struct Icon {
    pub name: String,
    pub tags: Vec<String>,
    pub paths: Vec<(BezPath, bool)>,
}

pub struct Object {
    pub name: String,
    pub size: Size,
    pub parts: Vec<Part>,
    pub shares: Vec<u8>,
}

pub fn icons(icons: &[Icon]) -> Vec<u8> {
    let mut out = b"PLI1".to_vec();
    varint(&mut out, icons.len() as u64);
    for icon in icons {
        let mut record = Vec::new();
        text(&mut record, &icon.name);
        varint(&mut record, icon.tags.len() as u64);
        icon.tags.iter().for_each(|tag| text(&mut record, tag));
        varint(&mut record, icon.paths.len() as u64);
        for (path, filled) in &icon.paths {
            record.push(u8::from(*filled));
            record.extend(encode_path(path));
        }
        varint(&mut out, record.len() as u64);
        out.extend(record);
    }
    out
}

pub fn objects<'a>(objects: impl Iterator<Item = &'a Object>) -> Vec<u8> {
    let mut pool = Pool::default();
    let mut records = Vec::new();
    let mut count = 0;
    for object in objects {
        let record = object_record(object, &mut pool);
        varint(&mut records, record.len() as u64);
        records.extend(record);
        count += 1;
    }
    let mut out = b"PLO1".to_vec();
    varint(&mut out, pool.bytes.len() as u64);
    out.extend(pool.bytes);
    varint(&mut out, count);
    out.extend(records);
    out
}

/// Every distinct path once: variants of an emoji differ mostly in colour.
#[derive(Default)]
struct Pool {
    bytes: Vec<u8>,
    seen: BTreeMap<Vec<u8>, u64>,
}

impl Pool {
    fn put(&mut self, path: &BezPath) -> u64 {
        let encoded = encode_path(path);
        if let Some(&at) = self.seen.get(&encoded) {
            return at;
        }
        let at = self.bytes.len() as u64;
        self.bytes.extend(&encoded);
        self.seen.insert(encoded, at);
        at
    }
}

fn object_record(object: &Object, pool: &mut Pool) -> Vec<u8> {
    let mut out = Vec::new();
    text(&mut out, &object.name);
    varint(&mut out, steps(object.size.width) as u64);
    varint(&mut out, steps(object.size.height) as u64);
    let bounds = object
        .parts
        .iter()
        .map(|p| p.path.bounding_box())
        .reduce(|a, b| a.union(b))
        .unwrap_or_default();
    for value in [bounds.x0, bounds.y0, bounds.x1, bounds.y1] {
        zigzag(&mut out, steps(value));
    }
    varint(&mut out, object.parts.len() as u64);
    for (part, share) in object.parts.iter().zip(&object.shares) {
        let kind = match part.paint {
            Paint::Solid(_) => 0,
            Paint::Linear { .. } => 1,
            Paint::Radial { .. } => 2,
        };
        out.push(kind | u8::from(part.even_odd) << 2 | u8::from(part.back) << 3);
        varint(&mut out, pool.put(&part.path));
        out.push(part.opacity);
        out.push(*share);
        paint(&mut out, &part.paint);
    }
    out
}

fn paint(out: &mut Vec<u8>, paint: &Paint) {
    match paint {
        Paint::Solid(rgb) => out.extend(rgb),
        Paint::Linear { from, to, stops } => {
            [from.x, from.y, to.x, to.y]
                .into_iter()
                .for_each(|v| zigzag(out, steps(v)));
            put_stops(out, stops);
        }
        Paint::Radial {
            centre,
            radius,
            stops,
        } => {
            [centre.x, centre.y, *radius]
                .into_iter()
                .for_each(|v| zigzag(out, steps(v)));
            put_stops(out, stops);
        }
    }
}

fn put_stops(out: &mut Vec<u8>, stops: &[Stop]) {
    varint(out, stops.len() as u64);
    for stop in stops {
        out.push((stop.offset * 255.0).round() as u8);
        out.extend(stop.colour);
    }
}

/// Writes runs of like commands (`count << 3 | command`), each followed by its points as differences from the point before.
fn encode_path(path: &BezPath) -> Vec<u8> {
    let mut out = Vec::new();
    let elements = path.elements();
    let (mut at, mut last, mut start) = (0, (0, 0), (0, 0));
    while at < elements.len() {
        let command = command(&elements[at]);
        let run = elements[at..]
            .iter()
            .take(31)
            .take_while(|el| self::command(el) == command)
            .count();
        out.push((run as u8) << 3 | command);
        for element in &elements[at..at + run] {
            for point in points(element) {
                let next = (steps(point.x), steps(point.y));
                zigzag(&mut out, next.0 - last.0);
                zigzag(&mut out, next.1 - last.1);
                last = next;
            }
            match element {
                PathEl::MoveTo(_) => start = last,
                PathEl::ClosePath => last = start,
                _ => {}
            }
        }
        at += run;
    }
    out.push(0);
    out
}

fn command(element: &PathEl) -> u8 {
    match element {
        PathEl::MoveTo(_) => 1,
        PathEl::LineTo(_) => 2,
        PathEl::QuadTo(..) => 3,
        PathEl::CurveTo(..) => 4,
        PathEl::ClosePath => 5,
    }
}

fn points(element: &PathEl) -> Vec<Point> {
    match *element {
        PathEl::MoveTo(a) | PathEl::LineTo(a) => vec![a],
        PathEl::QuadTo(a, b) => vec![a, b],
        PathEl::CurveTo(a, b, c) => vec![a, b, c],
        PathEl::ClosePath => vec![],
    }
}

fn steps(value: f64) -> i64 {
    (value * STEPS).round() as i64
}

fn text(out: &mut Vec<u8>, text: &str) {
    varint(out, text.len() as u64);
    out.extend(text.as_bytes());
}

fn zigzag(out: &mut Vec<u8>, value: i64) {
    varint(out, ((value << 1) ^ (value >> 63)) as u64);
}

fn varint(out: &mut Vec<u8>, mut value: u64) {
    while value >= 0x80 {
        out.push(value as u8 | 0x80);
        value >>= 7;
    }
    out.push(value as u8);
}
