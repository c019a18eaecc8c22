//! Steps that only the whole of an instruction settles: what "it" is, what goes, what is meant by the edges.

use crate::instruction::arguments::USUAL;
use crate::instruction::{
    Change, Fill, Filter, Instruction, Location, Referent, Scale, Step, Target, ThemeChange, Tone,
};
use crate::{Position, RelationKind};

/// "make it blue, inside the mask only": what "it" is, the mask says.
pub(super) fn hold_to_mask(out: &mut Instruction) {
    for step in &mut out.steps {
        let (Change::Recolor { target, .. }
        | Change::Resurface { target, .. }
        | Change::Replace { target, .. }
        | Change::Tone { target, .. }
        | Change::Filter { target, .. }
        | Change::Remove(target)) = &mut step.change
        else {
            continue;
        };
        if matches!(target.what, Referent::Same | Referent::Picture) && !target.inverted {
            target.what = Referent::Masked;
        }
    }
}

/// "keep the cat, remove everything else": all but the kept goes; without anything kept nobody knows what goes.
pub(super) fn all_but_the_kept(out: &mut Instruction) {
    let kept = out.keep.first().cloned();
    for step in &mut out.steps {
        let Change::Remove(target) = &mut step.change else {
            continue;
        };
        if !matches!(target.what, Referent::Picture) || target.inverted {
            continue;
        }
        // "remove everything on the table"
        if target.by.is_some() {
            target.what = Referent::Subject;
            continue;
        }
        match &kept {
            Some(kept) => {
                *target = Target {
                    inverted: true,
                    ..kept.clone()
                };
            }
            None => out.unread.push(step.span.clone()),
        }
    }
}

/// "darken the edges" of a picture is a vignette.
pub(super) fn darker_rim(step: &mut Step) {
    let Change::Tone {
        target,
        tone: Tone::Brightness,
        amount,
    } = &step.change
    else {
        return;
    };
    let rim = matches!(&target.what, Referent::Thing(noun) if matches!(noun.as_str(), "edge" | "corner" | "rim"));
    if rim && *amount < 0.0 && target.color.is_none() && target.position.is_none() {
        step.change = Change::Filter {
            target: Target::default(),
            filter: Filter::Vignette,
            amount: (amount.abs() * 2.0).clamp(0.2, 1.0),
        };
    }
}

/// "make it dark", of the whole picture: what has a theme gets a dark one, and any other picture less light. "Darker" is a
/// matter of light alone.
pub(super) fn dark_as_a_whole(out: &mut Instruction, text: &str) {
    let Some(step) = out.steps.first_mut() else {
        return;
    };
    let Change::Tone {
        target,
        tone: Tone::Brightness,
        amount,
    } = &step.change
    else {
        return;
    };
    let said = text.get(step.span.clone()).unwrap_or_default();
    let dark = said.split_whitespace().next_back() == Some("dark");
    if dark && *amount == -USUAL && target.what == Referent::Picture && !target.inverted {
        step.change = Change::SetTheme(ThemeChange {
            dark: Some(true),
            ..ThemeChange::default()
        });
    }
}

/// "lose the kitchen, just light blue behind the kettle": the place goes with the ground that comes.
pub(super) fn gone_with_ground(out: &mut Instruction) {
    let ground = |step: &Step| matches!(step.change, Change::SetBackground(_));
    if !out.steps.iter().any(ground) {
        return;
    }
    out.steps.retain(|step| match &step.change {
        Change::Remove(target) => match &target.what {
            Referent::Thing(noun) => {
                let place = crate::lexicon::lexicon().places.get(noun);
                place.is_none_or(|place| place.thing) || target.inverted
            }
            _ => true,
        },
        _ => true,
    });
}

/// "the duck is sold out, take it off": why something goes is no mark on it.
pub(super) fn gone_anyway(out: &mut Instruction) {
    let mut at = 1;
    while at < out.steps.len() {
        let taken = match (&out.steps[at - 1].change, &out.steps[at].change) {
            (Change::Mark { target, .. }, Change::Remove(it)) if it.what == Referent::Same => {
                Some(target.clone())
            }
            _ => None,
        };
        if let Some(target) = taken {
            out.steps[at].change = Change::Remove(target);
            out.steps.remove(at - 1);
        }
        at += 1;
    }
}

/// "we don't track bounce, remove that card", "text only, take the picture out": what goes is told twice.
pub(super) fn gone_twice(out: &mut Instruction) {
    let again = |one: &Target, other: &Target| match &other.what {
        Referent::Same => true,
        Referent::Part { label: None, .. } => {
            let words = other.words.to_lowercase();
            ["that ", "this ", "the whole "]
                .iter()
                .any(|lead| words.starts_with(lead))
        }
        what => *what == one.what && one.what == Referent::Subject && one.by == other.by,
    };
    let mut at = 1;
    while at < out.steps.len() {
        let told = match (&out.steps[at - 1].change, &out.steps[at].change) {
            (Change::Remove(one), Change::Remove(other)) => again(one, other),
            _ => false,
        };
        match told {
            true => drop(out.steps.remove(at)),
            false => at += 1,
        }
    }
}

/// "Leeds is delayed, show 09:47 for it": what stands there in the end is the figure.
pub(super) fn figure_at_last(out: &mut Instruction) {
    let digits = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
    let mut at = 1;
    while at < out.steps.len() {
        let settled = match (&out.steps[at - 1].change, &out.steps[at].change) {
            (
                Change::SetValue {
                    label: Some(one),
                    to: remark,
                },
                Change::SetValue {
                    label: Some(other),
                    to,
                },
            ) => one == other && !digits(remark) && digits(to),
            (
                Change::Mark { target, .. },
                Change::SetValue {
                    label: Some(other),
                    to,
                },
            ) => target.what == Referent::Text(other.clone()) && digits(to),
            _ => false,
        };
        match settled {
            true => drop(out.steps.remove(at - 1)),
            false => at += 1,
        }
    }
}

/// "a fork on the left of the plate and a knife on the right": of what was just spoken of, too.
pub(super) fn on_the_other_side(out: &mut Instruction) {
    fn place(change: &mut Change) -> Option<&mut Location> {
        match change {
            Change::Add { at, .. } | Change::Move { to: at, .. } => Some(at),
            _ => None,
        }
    }
    for at in 1..out.steps.len() {
        let before = place(&mut out.steps[at - 1].change).and_then(|place| place.relation.clone());
        let Some((RelationKind::LeftOf | RelationKind::RightOf, by)) = before else {
            continue;
        };
        let Some(here) = place(&mut out.steps[at].change).filter(|here| here.relation.is_none())
        else {
            continue;
        };
        let side = match here.position {
            Some(Position::Left) => RelationKind::LeftOf,
            Some(Position::Right) => RelationKind::RightOf,
            _ => continue,
        };
        here.position = None;
        here.relation = Some((side, by));
    }
}

/// "make it blue and make it green": which of them is nobody's guess. "… no, green" says which.
pub(super) fn contradicting(out: &mut Instruction, text: &str) {
    const CORRECTING: &[&str] = &[
        "no", "actually", "rather", "instead", "then", "wait", "sorry",
    ];
    let mut at = 1;
    while at < out.steps.len() {
        let (before, after) = (&out.steps[at - 1], &out.steps[at]);
        if before.span == after.span || !contradict(&before.change, &after.change) {
            at += 1;
            continue;
        }
        let said = text
            .get(before.span.end.min(after.span.start)..after.span.end)
            .unwrap_or_default()
            .to_lowercase();
        let corrected = said
            .split(|c: char| !c.is_alphabetic())
            .any(|word| CORRECTING.contains(&word));
        if corrected {
            let between = before.span.end..after.span.start;
            out.unread
                .retain(|words| words.start < between.start || words.end > between.end);
            out.steps.remove(at - 1);
        } else {
            out.unread.push(before.span.start..after.span.end);
            at += 1;
        }
    }
}

/// Whether two changes ask for different things of the same kind from the same target.
fn contradict(one: &Change, other: &Change) -> bool {
    let same = |a: &Target, b: &Target| {
        a.what == b.what
            && a.which == b.which
            && a.color == b.color
            && a.position == b.position
            && a.by == b.by
            && (a.count, a.inverted) == (b.count, b.inverted)
            && a.count != Some(1)
    };
    match (one, other) {
        (
            Change::Recolor { target, colors },
            Change::Recolor {
                target: it,
                colors: others,
            },
        ) => same(target, it) && colors != others,
        (Change::SetBackground(Fill::Color(a)), Change::SetBackground(Fill::Color(b))) => a != b,
        _ => false,
    }
}

/// "the quote in italics, on a dark blue background": nothing goes there, the ground is to be of that colour.
pub(super) fn on_ground(step: &mut Step) {
    let Change::Move { to, .. } = &step.change else {
        return;
    };
    if let Some((RelationKind::On | RelationKind::In, ground)) = &to.relation
        && ground.what == Referent::Background
        && let Some(color) = ground.color.clone()
    {
        step.change = Change::SetBackground(Fill::Color(color));
    }
}

/// For tones and filters "it" with no step before is the whole picture; else the one who carries it out knows better.
pub(super) fn no_step_before(change: &mut Change) {
    let settle = |target: &mut Target| {
        if target.what == Referent::Same
            && target.color.is_none()
            && target.position.is_none()
            && target.which == crate::instruction::Which::Any
        {
            target.what = Referent::Picture;
        }
    };
    if let Change::Tone { target, .. } | Change::Filter { target, .. } = change {
        settle(target);
    }
}

/// "add polka dots to the background, white ones": the colour of the pattern that comes.
pub(super) fn colored_pattern(out: &mut Instruction) {
    let mut at = 1;
    while at < out.steps.len() {
        let color = match (&out.steps[at - 1].change, &out.steps[at].change) {
            (Change::SetBackground(Fill::Pattern(_, None)), Change::Recolor { target, colors })
                if matches!(target.what, Referent::Same | Referent::Picture) =>
            {
                colors.first().cloned()
            }
            _ => None,
        };
        let Some(color) = color else {
            at += 1;
            continue;
        };
        out.steps.remove(at);
        if let Change::SetBackground(Fill::Pattern(_, own)) = &mut out.steps[at - 1].change {
            *own = Some(color);
        }
    }
}

/// "the icon is too big, make it half the size": what is wrong with it says less than what it is to be.
pub(super) fn measured_later(out: &mut Instruction, text: &str) {
    let scaled = |change: &Change| match change {
        Change::Resize { target, .. } => Some(target.clone()),
        Change::SetType { target, setting } => setting.scale.map(|_| target.clone()),
        _ => None,
    };
    let mut at = 1;
    while at < out.steps.len() {
        let said = text
            .get(out.steps[at - 1].span.clone())
            .unwrap_or_default()
            .to_lowercase();
        let wrong = said.split_whitespace().any(|word| word == "too");
        let of = scaled(&out.steps[at - 1].change).filter(|_| wrong);
        let it = scaled(&out.steps[at].change).filter(|it| it.what == Referent::Same);
        let (Some(of), Some(_)) = (of, it) else {
            at += 1;
            continue;
        };
        let times = match &out.steps[at].change {
            Change::Resize { to, .. } => to.clone(),
            Change::SetType { setting, .. } => Scale::Times(setting.scale.unwrap_or(1.0)),
            _ => return,
        };
        out.steps[at].change = crate::instruction::predicates::scaled(&of, times);
        out.steps.remove(at - 1);
    }
}

/// "it's about to rain, dark clouds": the same weather in other words.
pub(super) fn said_again(out: &mut Instruction) {
    out.steps.dedup_by(|again, step| {
        matches!(again.change, Change::SetSetting { .. }) && again.change == step.change
    });
}

/// "the button twice as wide": a part of a design that is to have another width alone.
pub(super) fn in_width(out: &mut Instruction, text: &str) {
    for step in &mut out.steps {
        let said = text
            .get(step.span.clone())
            .unwrap_or_default()
            .to_lowercase();
        let mut words = said.split(|c: char| !c.is_alphanumeric());
        let wide = words.any(|word| matches!(word, "wide" | "wider" | "narrow" | "narrower"));
        if let Change::Resize { target, to } = &mut step.change
            && let (Scale::Times(times), Referent::Part { .. }, true) = (&*to, &target.what, wide)
        {
            *to = Scale::Wide(*times);
        }
    }
}

/// "invert it: black card, white text": the colours that it comes to are told.
pub(super) fn told_colors(out: &mut Instruction) {
    let inverts = |step: &Step| matches!(&step.change, Change::Filter { target, filter: Filter::Invert, .. } if target.what == Referent::Picture);
    let colored = |step: &Step| {
        matches!(
            step.change,
            Change::Recolor { .. } | Change::SetBackground(_)
        )
    };
    if out.steps.len() > 1 && inverts(&out.steps[0]) && out.steps[1..].iter().all(colored) {
        out.steps.remove(0);
    }
}

/// "switch sides, logo left and name right": which of them goes where is told after.
pub(super) fn placed_apart(out: &mut Instruction) {
    let open = |change: &Change| match change {
        Change::Swap { one, other } => one.what == Referent::Same && other.what == Referent::Same,
        _ => false,
    };
    let moves = |change: &Change| matches!(change, Change::Move { .. });
    if out.steps.len() > 2 && open(&out.steps[0].change) {
        let told = out.steps[1..].iter().all(|step| moves(&step.change));
        if told {
            out.steps.remove(0);
        }
    }
}

/// "just two plans, without Plus": the one that goes is told.
pub(super) fn counted_by_name(out: &mut Instruction) {
    let counts = |step: &Step| {
        matches!(&step.change, Change::Count { target, to: crate::CountChange::Set(_) }
            if matches!(target.what, Referent::Part { .. }))
    };
    let named = |step: &Step| {
        matches!(&step.change, Change::Remove(target)
            if matches!(target.what, Referent::Text(_) | Referent::Part { label: Some(_), .. }))
    };
    if let [first, rest @ ..] = &out.steps[..]
        && counts(first)
        && !rest.is_empty()
        && rest.iter().all(named)
    {
        out.steps.remove(0);
    }
}

/// "no more free coffee, delete that line; make it red": what is gone is not taken away again, and "it" is no more what is
/// gone.
pub(super) fn after_gone(out: &mut Instruction) {
    let mut at = 1;
    while at < out.steps.len() {
        let gone = matches!(out.steps[at - 1].change, Change::Remove(_));
        match &mut out.steps[at].change {
            // "only the cat should stay, remove the other stuff"
            Change::Remove(again)
                if gone && (points_back(again) || again.what == Referent::Picture) =>
            {
                out.steps.remove(at);
                continue;
            }
            Change::Recolor { target, colors } if gone && target.what == Referent::Same => {
                let palette = std::mem::take(colors);
                out.steps[at].change = led_by(palette);
            }
            _ => {}
        }
        at += 1;
    }
}

fn points_back(target: &Target) -> bool {
    let said = target.words.to_lowercase();
    target.what == Referent::Same || said.starts_with("that ") || said.starts_with("this ")
}

fn led_by(palette: Vec<crate::Color>) -> Change {
    Change::SetTheme(ThemeChange {
        palette,
        ..ThemeChange::default()
    })
}

/// "delete the background, I only need the teapot": it alone, on nothing.
pub(super) fn alone_on_nothing(out: &mut Instruction) {
    let clears = |step: &Step| matches!(step.change, Change::SetBackground(Fill::Transparent));
    if !out.steps.iter().any(clears) {
        return;
    }
    let alone = out
        .steps
        .iter_mut()
        .find_map(|step| match &mut step.change {
            Change::Remove(target) if target.inverted => {
                target.inverted = false;
                let target = target.clone();
                step.change = Change::Extract(target);
                Some(())
            }
            _ => None,
        });
    if alone.is_some() {
        out.steps.retain(|step| !clears(step));
    }
}

/// "she turns 7 actually, make it purple": nothing was named that could be "it", so the whole is.
pub(super) fn of_the_whole(out: &mut Instruction, text: &str) {
    let text = text.to_lowercase();
    let unnamed = |change: &Change| match change {
        Change::SetText { target, .. } => !text.contains(&target.words.to_lowercase()),
        _ => false,
    };
    for at in 1..out.steps.len() {
        let told = out.steps[..at].iter().all(|step| unnamed(&step.change));
        if let (true, Change::Recolor { target, colors }) = (told, &mut out.steps[at].change)
            && target.what == Referent::Same
            && target.color.is_none()
        {
            let palette = std::mem::take(colors);
            out.steps[at].change = led_by(palette);
        }
    }
}
