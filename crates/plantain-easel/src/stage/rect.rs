//! Boxes in logical units, y downward.

/// An axis-aligned box.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Rect {
    pub x: f32,
    pub y: f32,
    pub w: f32,
    pub h: f32,
}

impl Rect {
    pub const fn new(x: f32, y: f32, w: f32, h: f32) -> Self {
        Self { x, y, w, h }
    }

    /// Returns the box that stands on `(cx, base)`, as wide and high as given.
    pub fn standing(cx: f32, base: f32, w: f32, h: f32) -> Self {
        Self::new(cx - w / 2.0, base - h, w, h)
    }

    /// Returns the box around a centre.
    pub fn around(cx: f32, cy: f32, w: f32, h: f32) -> Self {
        Self::new(cx - w / 2.0, cy - h / 2.0, w, h)
    }

    pub fn right(&self) -> f32 {
        self.x + self.w
    }

    pub fn bottom(&self) -> f32 {
        self.y + self.h
    }

    pub fn cx(&self) -> f32 {
        self.x + self.w / 2.0
    }

    pub fn cy(&self) -> f32 {
        self.y + self.h / 2.0
    }

    pub fn area(&self) -> f32 {
        self.w.max(0.0) * self.h.max(0.0)
    }

    /// Returns the smallest box around both.
    #[must_use]
    pub fn union(&self, other: &Self) -> Self {
        let (x, y) = (self.x.min(other.x), self.y.min(other.y));
        Self::new(
            x,
            y,
            self.right().max(other.right()) - x,
            self.bottom().max(other.bottom()) - y,
        )
    }

    /// Returns the area that both cover.
    pub fn overlap(&self, other: &Self) -> f32 {
        let w = self.right().min(other.right()) - self.x.max(other.x);
        let h = self.bottom().min(other.bottom()) - self.y.max(other.y);
        w.max(0.0) * h.max(0.0)
    }

    /// Returns the share of the smaller box that the other covers, 0 to 1.
    pub fn overlap_share(&self, other: &Self) -> f32 {
        let smaller = self.area().min(other.area());
        if smaller <= 0.0 {
            0.0
        } else {
            self.overlap(other) / smaller
        }
    }

    #[must_use]
    pub fn shifted(&self, dx: f32, dy: f32) -> Self {
        Self::new(self.x + dx, self.y + dy, self.w, self.h)
    }

    /// Returns this box with all coordinates multiplied, about the origin.
    #[must_use]
    pub fn scaled(&self, s: f32) -> Self {
        Self::new(self.x * s, self.y * s, self.w * s, self.h * s)
    }

    /// Returns this box grown outward on every side; a negative amount shrinks it.
    #[must_use]
    pub fn grown(&self, by: f32) -> Self {
        Self::new(
            self.x - by,
            self.y - by,
            (self.w + 2.0 * by).max(0.0),
            (self.h + 2.0 * by).max(0.0),
        )
    }

    /// Returns whether the other box lies inside, give or take `slack`.
    pub fn contains(&self, other: &Self, slack: f32) -> bool {
        other.x >= self.x - slack
            && other.y >= self.y - slack
            && other.right() <= self.right() + slack
            && other.bottom() <= self.bottom() + slack
    }

    /// Returns the point at fractions of the box.
    pub fn at(&self, fx: f32, fy: f32) -> (f32, f32) {
        (self.x + self.w * fx, self.y + self.h * fy)
    }

    /// Returns the part of the box given in fractions: left, top, width, height.
    #[must_use]
    pub fn part(&self, [x, y, w, h]: [f32; 4]) -> Self {
        Self::new(
            self.x + self.w * x,
            self.y + self.h * y,
            self.w * w,
            self.h * h,
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn boxes_add_up() {
        let a = Rect::new(0.0, 0.0, 10.0, 10.0);
        let b = Rect::new(5.0, 5.0, 10.0, 10.0);
        assert_eq!(a.overlap(&b), 25.0);
        assert_eq!(a.overlap_share(&b), 0.25);
        assert_eq!(a.union(&b), Rect::new(0.0, 0.0, 15.0, 15.0));
        assert_eq!(
            Rect::standing(5.0, 10.0, 4.0, 6.0),
            Rect::new(3.0, 4.0, 4.0, 6.0)
        );
        assert_eq!(a.overlap(&a.shifted(20.0, 0.0)), 0.0);
    }
}
