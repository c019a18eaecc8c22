//! Where an edit may change its picture, as it travels on `/plantain/v1`.

use plantain_core::{
    Error, MaskReading, MaskShape, MaskSpec, OUTLINE_POINTS_MAX, PictureFile, SHAPES_MAX,
};

use super::wire::{Request, Shape};

/// Returns the mask of a request, whose file has been opened.
pub fn mask(body: &Request, file: Option<PictureFile>) -> Result<Option<MaskSpec>, Error> {
    let mode = body.mask_mode.as_deref();
    match (file, &body.mask_shapes) {
        (Some(_), Some(_)) => Err(Error::invalid(
            "two_masks",
            "mask_shapes",
            "beside mask",
            "must be left out, or the mask",
        )),
        (Some(file), None) => Ok(Some(MaskSpec::File {
            file,
            reading: match mode {
                Some(name) => MaskReading::parse("mask_mode", name)?,
                None => MaskReading::Auto,
            },
        })),
        (None, Some(list)) => shapes(list).map(Some),
        (None, None) => match mode {
            Some(name) => Err(Error::invalid(
                "mask_missing",
                "mask_mode",
                name,
                "says how a mask is read; send one in mask",
            )),
            None => Ok(None),
        },
    }
}

fn shapes(list: &[Shape]) -> Result<MaskSpec, Error> {
    if list.is_empty() || list.len() > SHAPES_MAX {
        return Err(Error::invalid(
            "invalid_mask_shapes",
            "mask_shapes",
            list.len(),
            format_args!("must hold 1 to {SHAPES_MAX} shapes"),
        ));
    }
    let shapes = list.iter().enumerate();
    let shapes = shapes.map(|(index, shape)| self::shape(index, shape));
    Ok(MaskSpec::Shapes(shapes.collect::<Result<_, _>>()?))
}

fn shape(index: usize, shape: &Shape) -> Result<MaskShape, Error> {
    let wrong = |value: &str, remedy: &str| {
        let field = format!("mask_shapes[{index}]");
        Err(Error::invalid("invalid_mask_shapes", field, value, remedy))
    };
    match (&shape.bounds, &shape.polygon, &shape.point) {
        (Some(bounds), None, None) => match whole(bounds)[..] {
            [x, y, width, height] if width > 0 && height > 0 => Ok(MaskShape::Box {
                x,
                y,
                width: width as u32,
                height: height as u32,
            }),
            _ => wrong(
                &format!("{bounds:?}"),
                "must be a box of [left, top, width, height] in pixels",
            ),
        },
        (None, Some(corners), None) => {
            let points: Option<Vec<(i32, i32)>> =
                corners.iter().map(|corner| point(corner)).collect();
            match points {
                Some(points) if (3..=OUTLINE_POINTS_MAX).contains(&points.len()) => {
                    Ok(MaskShape::Polygon(points))
                }
                _ => wrong(
                    &format!("a polygon of {} corners", corners.len()),
                    &format!("must be 3 to {OUTLINE_POINTS_MAX} corners of [x, y] in pixels"),
                ),
            }
        }
        (None, None, Some(at)) => match point(at) {
            Some((x, y)) => Ok(MaskShape::Point { x, y }),
            None => wrong(&format!("{at:?}"), "must be a point of [x, y] in pixels"),
        },
        _ => wrong("a shape", "must have exactly one of box, polygon, point"),
    }
}

fn point(at: &[f64]) -> Option<(i32, i32)> {
    match whole(at)[..] {
        [x, y] => Some((x, y)),
        _ => None,
    }
}

/// Clients measure on screens, where places are fractions; what lies beyond any picture stays beyond.
fn whole(numbers: &[f64]) -> Vec<i32> {
    numbers.iter().map(|number| number.round() as i32).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(json: &str) -> Result<Option<MaskSpec>, Error> {
        mask(&serde_json::from_str(json).unwrap(), None)
    }

    #[test]
    fn shapes_are_read() {
        let text = r#"{"mask_shapes": [{"box": [1, 2.4, 30, 40]}, {"polygon": [[0,0],[9,0],[0,9]]}, {"point": [-5, 1e99]}]}"#;
        let expected = MaskSpec::Shapes(vec![
            MaskShape::Box {
                x: 1,
                y: 2,
                width: 30,
                height: 40,
            },
            MaskShape::Polygon(vec![(0, 0), (9, 0), (0, 9)]),
            MaskShape::Point { x: -5, y: i32::MAX },
        ]);
        assert_eq!(read(text).unwrap(), Some(expected));
        assert_eq!(read("{}").unwrap(), None);
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (json, field) in [
            (r#"{"mask_shapes": []}"#, "mask_shapes"),
            (r#"{"mask_shapes": [{}]}"#, "mask_shapes[0]"),
            (
                r#"{"mask_shapes": [{"point": [1, 1]}, {"box": [0, 0, 5]}]}"#,
                "mask_shapes[1]",
            ),
            (
                r#"{"mask_shapes": [{"box": [0, 0, -5, 5]}]}"#,
                "mask_shapes[0]",
            ),
            (
                r#"{"mask_shapes": [{"point": [1, 1], "box": [0, 0, 5, 5]}]}"#,
                "mask_shapes[0]",
            ),
            (
                r#"{"mask_shapes": [{"polygon": [[0, 0], [5, 5]]}]}"#,
                "mask_shapes[0]",
            ),
            (r#"{"mask_mode": "alpha"}"#, "mask_mode"),
        ] {
            let error = read(json).unwrap_err();
            assert_eq!(error.field.as_deref(), Some(field), "{json}");
        }
    }
}
