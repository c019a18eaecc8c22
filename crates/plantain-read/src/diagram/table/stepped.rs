//! Courses told step by step: "by week: 0 3.4, 2 3.6, 4 4.2" has a step and a figure between commas.

use super::scan::is_value;
use super::{point, words};
use crate::diagram::content::{Run, cut, trim};
use crate::diagram::emit;
use crate::reader::Reader;
use crate::tokens::Sep;
use crate::{DataSet, Role};

/// Steps of such a course, at least.
const STEPS_MIN: usize = 3;

/// The course, where nothing but pairs of figures stands between the commas and their first ones rise.
pub(super) fn read(reader: &mut Reader<'_>, run: Run) -> Option<Vec<DataSet>> {
    let parts = cut(reader, run, |reader, at| {
        [Sep::Comma, Sep::Semi, Sep::Line, Sep::Colon, Sep::Stop]
            .iter()
            .any(|mark| reader.sep(at, *mark))
    });
    let pair = |part: &Run| {
        let (from, to) = trim(reader, *part);
        let both = to == from + 2 && is_value(reader, from) && is_value(reader, from + 1);
        both.then_some(from)
    };
    let first = parts.iter().position(|part| pair(part).is_some())?;
    let steps: Vec<usize> = parts[first..].iter().map_while(pair).collect();
    let number = |at: usize| reader.key(at).parse::<f64>().ok();
    let rising = steps.windows(2).all(|two| number(two[0]) < number(two[1]));
    let told = steps.iter().all(|&at| number(at).is_some());
    if steps.len() < STEPS_MIN || !rising || !told {
        return None;
    }
    let mut points = Vec::new();
    for at in steps {
        emit(reader, (at, at + 1), Role::Category);
        emit(reader, (at + 1, at + 2), Role::Value);
        let label = words(reader, (at, at + 1));
        points.push(point(reader, label, at + 1));
    }
    Some(vec![DataSet {
        points,
        ..DataSet::default()
    }])
}
