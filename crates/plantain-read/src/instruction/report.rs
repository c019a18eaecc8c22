//! An instruction in short lines, for people and tests.

use std::fmt::Write;

use crate::Color;
use crate::instruction::{
    BorderWidth, CanvasChange, Change, CountChange, Fill, Instruction, Item, Location, Reckoning,
    Referent, Scale, Target, ThemeChange, TypeSetting, Which,
};

/// Returns an instruction as one short line a step, then what stays and what was not understood.
pub fn instruction_report(instruction: &Instruction) -> String {
    let mut out = String::new();
    for step in &instruction.steps {
        let _ = writeln!(out, "  {}", change(&step.change));
    }
    for kept in &instruction.keep {
        let _ = writeln!(out, "  keep {}", target(kept));
    }
    for span in &instruction.unread {
        let _ = writeln!(
            out,
            "  unread {:?}",
            instruction.text.get(span.clone()).unwrap_or("")
        );
    }
    out
}

fn change(change: &Change) -> String {
    match change {
        Change::SetText {
            target: of,
            from,
            to,
        } => {
            let from = from
                .as_ref()
                .map_or(String::new(), |from| format!(" {from:?}"));
            format!("text {}{from} -> {to:?}", target(of))
        }
        Change::SetType {
            target: of,
            setting,
        } => format!("type {}{}", target(of), type_setting(setting)),
        Change::Reword { to } => format!("reword {to:?}"),
        Change::Respell { to } => format!("respell {to:?}"),
        Change::SetValue { label, to } => {
            format!("value {} -> {to:?}", label.as_deref().unwrap_or("?"))
        }
        Change::Reckon { target: of, by } => match by {
            Reckoning::Times(times) => format!("figures {} x{times:.4}", target(of)),
            Reckoning::Plus(plus) => format!("figures {} {plus:+}", target(of)),
        },
        Change::Sort { by, descending } => {
            let way = if *descending { "down" } else { "up" };
            format!("sort {} {way}", format!("{by:?}").to_lowercase())
        }
        Change::Recolor { target: of, colors } => {
            format!("recolor {} -> {}", target(of), names(colors))
        }
        Change::Resurface {
            target: of,
            material,
        } => format!("resurface {} -> {material}", target(of)),
        Change::Mark {
            target: of,
            marking,
        } => {
            let tag = marking.tag.as_ref();
            let tag = tag.map_or(String::new(), |tag| format!(" as {tag:?}"));
            format!("mark {} {:?}{tag}", target(of), marking.manner)
        }
        Change::Switch { label, on } => {
            format!("switch {label} {}", if *on { "on" } else { "off" })
        }
        Change::Rank { target: of, to } => format!("rank {} {to:?}", target(of)),
        Change::SetBackground(to) => format!("background {}", fill(to)),
        Change::SetSetting {
            target: of,
            time,
            weather,
            season,
        } => {
            let words = [
                time.map(|t| format!("{t:?}")),
                weather.map(|w| format!("{w:?}")),
                season.map(|s| format!("{s:?}")),
            ];
            let words: Vec<String> = words.into_iter().flatten().collect();
            let words = words.join(" ").to_lowercase();
            match of.what {
                Referent::Picture => format!("setting {words}"),
                _ => format!("setting of {} {words}", target(of)),
            }
        }
        Change::SetTheme(to) => format!("theme{}", theme(to)),
        Change::Add { item: what, at } => format!("add {}{}", item(what), location(at)),
        Change::Remove(of) => format!("remove {}", target(of)),
        Change::Replace { target: of, with } => format!("replace {} -> {}", target(of), item(with)),
        Change::Count { target: of, to } => {
            let to = match to {
                CountChange::Set(n) => format!("= {n}"),
                CountChange::There(n) => format!("= {n} or new"),
                CountChange::By(n) => format!("{n:+}"),
                CountChange::Times(times) => format!("x{times}"),
            };
            format!("count {} {to}", target(of))
        }
        Change::Move { target: of, to } => format!("move {}{}", target(of), location(to)),
        Change::Swap { one, other } => format!("swap {} <> {}", target(one), target(other)),
        Change::SwapColors { one, other } => {
            format!("swap colors {} <> {}", target(one), target(other))
        }
        Change::Resize { target: of, to } => format!("resize {} {}", target(of), scale(to)),
        Change::Align { target: of, to } => format!("align {} {to:?}", target(of)),
        Change::SetChart { target: of, kind } => match of.what {
            Referent::Picture | Referent::Same => format!("chart {kind:?}"),
            _ => format!("chart {} -> {kind:?}", target(of)),
        },
        Change::Furnish(part) => format!("furnish {part:?}"),
        Change::Merge {
            labels,
            into,
            value,
        } => {
            let value = value.as_deref().unwrap_or("their sum");
            format!("merge {} -> \"{into}\" {value}", labels.join("+"))
        }
        Change::Reshape(to) => canvas(to),
        Change::Tone {
            target: of,
            tone,
            amount,
        } => format!("tone {} {tone:?} {amount:+.2}", target(of)),
        Change::Filter {
            target: of,
            filter,
            amount,
        } => format!("filter {} {filter:?} {amount:.2}", target(of)),
        Change::Compose(composition) => format!("compose {composition:?}"),
        Change::Extract(of) => format!("extract {}", target(of)),
        Change::Generate(words) => format!("generate {words:?}"),
    }
}

fn names(colors: &[Color]) -> String {
    let names: Vec<&str> = colors.iter().map(|color| color.name.as_str()).collect();
    names.join("+")
}

fn target(target: &Target) -> String {
    let mut out = match &target.what {
        Referent::Picture => "picture".to_string(),
        Referent::Background => "background".to_string(),
        Referent::Subject => "subject".to_string(),
        Referent::Masked => "masked".to_string(),
        Referent::Text(text) => format!("{text:?}"),
        Referent::Role(role) => format!("{role:?}"),
        Referent::AllText => "all-text".to_string(),
        Referent::Thing(noun) => noun.clone(),
        Referent::Part { kind, label } => match label {
            Some(label) => format!("{kind:?}({label:?})"),
            None => format!("{kind:?}"),
        },
        Referent::Same => "same".to_string(),
        Referent::Input(n) => format!("input{n}"),
    };
    match target.which {
        Which::Any => {}
        Which::Nth(n) => {
            let _ = write!(out, "#{n}");
        }
        which => {
            let _ = write!(out, "#{which:?}");
        }
    }
    if let Some(count) = target.count {
        let _ = write!(out, "*{count}");
    }
    if let Some(color) = &target.color {
        let _ = write!(out, "[{}]", color.name);
    }
    if let Some(position) = target.position {
        let _ = write!(out, "@{position:?}");
    }
    if let Some((kind, by)) = &target.by {
        let _ = write!(out, " {kind:?} {}", self::target(by));
    }
    if target.inverted {
        out = format!("all but {out}");
    }
    out
}

fn type_setting(setting: &TypeSetting) -> String {
    let mut out = String::new();
    if let Some(scale) = setting.scale {
        let _ = write!(out, " x{scale:.2}");
    }
    for (on, name) in [
        (setting.bold, "bold"),
        (setting.italic, "italic"),
        (setting.underline, "underline"),
        (setting.spaced, "spaced"),
    ] {
        if let Some(on) = on {
            let _ = write!(out, " {}{name}", if on { "" } else { "not " });
        }
    }
    if let Some(case) = setting.case {
        let _ = write!(out, " {case:?}");
    }
    if let Some(typeface) = &setting.typeface {
        let _ = write!(out, " {typeface}");
    }
    if let Some(color) = &setting.color {
        let _ = write!(out, " {}", color.name);
    }
    if let Some(align) = setting.align {
        let _ = write!(out, " align {align:?}");
    }
    out
}

fn fill(fill: &Fill) -> String {
    match fill {
        Fill::Transparent => "transparent".into(),
        Fill::Color(color) => color.name.clone(),
        Fill::Gradient(colors) => format!("gradient {}", names(colors)),
        Fill::Blur(strength) => format!("blur {strength:.2}"),
        Fill::Picture(n) => format!("input{n}"),
        Fill::Scene(words) => format!("scene {words:?}"),
        Fill::Pattern(pattern, color) => format!(
            "pattern {pattern} {}",
            color.as_ref().map_or("", |color| &color.name)
        ),
    }
}

fn theme(theme: &ThemeChange) -> String {
    let mut out = String::new();
    if let Some(dark) = theme.dark {
        out.push_str(if dark { " dark" } else { " light" });
    }
    for word in theme
        .styles
        .iter()
        .chain(&theme.moods)
        .chain(&theme.typeface)
    {
        let _ = write!(out, " {word}");
    }
    if !theme.palette.is_empty() {
        let _ = write!(out, " palette {}", names(&theme.palette));
    }
    if theme.simpler {
        out.push_str(" simpler");
    }
    if let Some(times) = theme.corners {
        let _ = write!(out, " corners x{times}");
    }
    out
}

fn item(item: &Item) -> String {
    match item {
        Item::Things(object) => {
            let mut out = String::new();
            if let Some(count) = object.count {
                let _ = write!(out, "{count} ");
            }
            if let Some(color) = &object.color {
                let _ = write!(out, "{} ", color.name);
            }
            if let Some(size) = object.size {
                let _ = write!(out, "{size:?} ");
            }
            out.push_str(&object.noun);
            out
        }
        Item::Text {
            text,
            value,
            role,
            setting,
        } => {
            let value = value
                .as_ref()
                .map_or(String::new(), |value| format!(" = {value:?}"));
            let role = if *role == crate::Role::Text {
                String::new()
            } else {
                format!(" as {role:?}")
            };
            format!("text {text:?}{value}{role}{}", type_setting(setting))
        }
        Item::Watermark(text) => format!("watermark {text:?}"),
        Item::Stamp { text, color } => {
            let color = color.as_ref().map_or("", |color| &color.name);
            format!("stamp {text:?} {color}").trim_end().to_string()
        }
        Item::Part { kind, texts, color } => {
            let color = color
                .as_ref()
                .map_or(String::new(), |color| format!(" {}", color.name));
            format!("{kind:?} {texts:?}{color}")
        }
        Item::Row(cells) => format!("row {cells:?}"),
        Item::Column { name, cards } => format!("column {name:?} of {cards:?}"),
        Item::Message { from, text } => format!("message {text:?} from {from:?}"),
        Item::Point { label, value } => format!("point {label:?} {value:?}"),
        Item::Shadow => "shadow".into(),
        Item::Border { color, width } => {
            let width = match width {
                None => String::new(),
                Some(BorderWidth::Pixels(pixels)) => format!(" {pixels}px"),
                Some(BorderWidth::Percent(percent)) => format!(" {percent}%"),
                Some(BorderWidth::Times(times)) => format!(" x{times}"),
            };
            let color = color.as_ref().map_or("", |color| &color.name);
            format!("border{width} {color}").trim_end().to_string()
        }
        Item::Picture(n) => format!("input{n}"),
    }
}

fn location(location: &Location) -> String {
    let mut out = String::new();
    if location.across {
        out.push_str(" across");
    }
    if let Some(position) = location.position {
        let _ = write!(out, " @{position:?}");
    }
    if let Some((kind, of)) = &location.relation {
        let _ = write!(out, " {kind:?} {}", target(of));
    }
    out
}

fn scale(scale: &Scale) -> String {
    match scale {
        Scale::FullWidth => "to full width".into(),
        Scale::Times(times) => format!("x{times:.2}"),
        Scale::Wide(times) => format!("wide x{times:.2}"),
        Scale::LargerThan(other) => format!("> {}", target(other)),
        Scale::SmallerThan(other) => format!("< {}", target(other)),
        Scale::SameAs(other) => format!("= {}", target(other)),
    }
}

fn canvas(change: &CanvasChange) -> String {
    let shares = |name: &str, shares: &[f32; 4]| {
        format!(
            "{name} {:.2} {:.2} {:.2} {:.2}",
            shares[0], shares[1], shares[2], shares[3]
        )
    };
    match change {
        CanvasChange::Aspect { ratio, extend } => format!(
            "{} {}:{}",
            if *extend { "extend-to" } else { "aspect" },
            ratio.0,
            ratio.1
        ),
        CanvasChange::Size { width, height } => format!("size {width}x{height}"),
        CanvasChange::LongSide(side) => format!("long-side {side}"),
        CanvasChange::Times(times) => format!("upscale x{times:.2}"),
        CanvasChange::Crop(to) => format!("crop {}", target(to)),
        CanvasChange::Trim(sides) => shares("trim", sides),
        CanvasChange::Pad {
            shares: sides,
            color,
        } => format!("{} {}", shares("pad", sides), color.name),
        CanvasChange::Extend(sides) => shares("extend", sides),
        CanvasChange::Rotate(degrees) => format!("rotate {degrees}"),
        CanvasChange::Straighten(degrees) => format!("straighten {degrees}"),
        CanvasChange::Outline(outline) => format!("outline {outline:?}"),
        CanvasChange::FlipHorizontal => "flip-h".into(),
        CanvasChange::FlipVertical => "flip-v".into(),
        CanvasChange::Margins(times) => format!("margins x{times}"),
        CanvasChange::Columns(n) => format!("columns {n}"),
    }
}
