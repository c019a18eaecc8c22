//! Poses: where the joints of a figure are, in fractions of its standing height, the feet below and the front to the right.

use serde::{Deserialize, Serialize};

use super::{Age, Person};

/// What legs and trunk do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pose {
    Stand,
    Walk,
    Run,
    Jump,
    Dance,
    /// On a seat, knees to the viewer.
    Sit,
    /// Cross-legged on the ground.
    Floor,
    /// On the back of an animal.
    Ride,
    /// On a saddle, feet on pedals or foot rests.
    Pedal,
    /// Knees bent, sideways on a board.
    Board,
    Kneel,
    /// Flat on the back, eyes closed.
    Sleep,
    /// Through the air, head first.
    Fly,
}

/// What arms do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Arms {
    Rest,
    /// One arm up: waving, holding a string, an umbrella.
    Raise,
    /// Hands together before the chest.
    Carry,
    /// In step with the legs.
    Swing,
    Pump,
    /// Both up.
    Cheer,
    Hips,
    /// Both forward: handlebars, reins, keys.
    Reach,
    /// One hand out beside the body, with something upright in it.
    Wield,
    /// One arm up with a weapon, the other before the body.
    Fight,
    /// One hand at the chin.
    Think,
    /// Out to both sides.
    Spread,
    /// One points forward.
    Point,
    /// One fist ahead.
    Fist,
    /// One hand out to be shaken.
    Shake,
}

pub type Joint = (f32, f32);

/// Shoulder, elbow, wrist; or hip, knee, ankle.
pub type Chain = [Joint; 3];

/// Proportions of a figure as fractions of its height.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Build {
    pub head_y: f32,
    pub head: f32,
    pub shoulder_y: f32,
    pub shoulder: f32,
    pub hip_y: f32,
    pub hip: f32,
    /// Widths of upper arm and thigh.
    pub arm: f32,
    pub leg: f32,
    /// Lengths of the bones of arm and leg.
    pub arm_bone: f32,
    pub leg_bone: f32,
}

/// Room for a foot below the ankle.
pub const SOLE: f32 = 0.035;

pub fn build(person: &Person) -> Build {
    match person.age {
        Age::Baby => Build {
            head_y: 0.26,
            head: 0.2,
            shoulder_y: 0.5,
            shoulder: 0.17,
            hip_y: 0.78,
            hip: 0.16,
            arm: 0.095,
            leg: 0.12,
            arm_bone: 0.105,
            leg_bone: 0.095,
        },
        Age::Child => Build {
            head_y: 0.185,
            head: 0.125,
            shoulder_y: 0.355,
            shoulder: 0.112,
            hip_y: 0.62,
            hip: 0.094,
            arm: 0.056,
            leg: 0.074,
            arm_bone: 0.118,
            leg_bone: 0.172,
        },
        Age::Adult | Age::Old => Build {
            head_y: 0.128,
            head: 0.08,
            shoulder_y: 0.245,
            shoulder: if person.feminine { 0.098 } else { 0.112 },
            hip_y: 0.525,
            hip: if person.feminine { 0.084 } else { 0.082 },
            arm: 0.05,
            leg: 0.07,
            arm_bone: 0.133,
            leg_bone: 0.22,
        },
    }
}

/// A figure's joints.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Skeleton {
    /// The near arm and leg first: those on the side that the figure looks to.
    pub arms: [Chain; 2],
    pub legs: [Chain; 2],
    /// Which way the toes point, from -1 to 1; 0 is toward the viewer.
    pub toes: [f32; 2],
    /// Lean of all above the hips, radians, forward.
    pub lean: f32,
    /// Height of the figure's box as a fraction of the standing height.
    pub extent: f32,
    /// Half the width of the box.
    pub reach: f32,
    /// Turn of the whole figure, degrees clockwise.
    pub turn: f32,
    /// Whether the legs lie before the trunk.
    pub legs_first: bool,
}

impl Skeleton {
    pub fn of(person: &Person) -> Self {
        let b = build(person);
        let (legs, toes, lean) = legs(&b, person.pose);
        let hip = (0.0, b.hip_y);
        let arms = arms(&b, person).map(|chain| chain.map(|p| leaned(p, hip, lean)));
        let foot = legs
            .iter()
            .flat_map(|l| [l[1].1 + b.leg * 0.5, l[2].1 + SOLE])
            .fold(b.hip_y + 0.05, f32::max);
        let wide = arms
            .iter()
            .flatten()
            .map(|p| p.0.abs() + b.arm * 0.6)
            .chain(legs.iter().flatten().map(|p| p.0.abs() + b.leg * 0.6))
            .chain([
                b.head * 1.25 + leaned((0.0, b.head_y), hip, lean).0.abs(),
                b.shoulder + b.arm * 0.3,
            ])
            .fold(0.0, f32::max);
        Self {
            arms,
            legs,
            toes,
            lean,
            extent: foot.max(0.3),
            reach: wide,
            turn: match person.pose {
                Pose::Sleep => -90.0,
                Pose::Fly => 62.0,
                _ => 0.0,
            },
            legs_first: !matches!(person.pose, Pose::Sit | Pose::Floor | Pose::Kneel),
        }
    }

    /// Returns width and height of the figure as it stands in the world, in standing heights.
    pub fn size(&self) -> (f32, f32) {
        let (w, h) = (2.0 * self.reach, self.extent);
        if self.turn == 0.0 {
            return (w, h);
        }
        let turn = self.turn.to_radians();
        let (sin, cos) = (libm::sinf(turn).abs(), libm::cosf(turn).abs());
        (w * cos + h * sin, w * sin + h * cos)
    }
}

/// Turns a point about the hip.
pub fn leaned(p: Joint, hip: Joint, lean: f32) -> Joint {
    if lean == 0.0 || p.1 > hip.1 {
        return p;
    }
    let (sin, cos) = (libm::sinf(lean), libm::cosf(lean));
    let (dx, dy) = (p.0 - hip.0, p.1 - hip.1);
    (hip.0 + dx * cos - dy * sin, hip.1 + dx * sin + dy * cos)
}

/// Returns the end of a bone that hangs at an angle in degrees, forward of straight down.
fn hang(from: Joint, bone: f32, degrees: f32) -> Joint {
    let a = degrees.to_radians();
    (from.0 + bone * libm::sinf(a), from.1 + bone * libm::cosf(a))
}

/// Returns both legs, their toes and the lean of the trunk.
fn legs(b: &Build, pose: Pose) -> ([Chain; 2], [f32; 2], f32) {
    let bone = b.leg_bone;
    let side = |near: bool| if near { 1.0 } else { -1.0 };
    let leg = |near: bool, apart: f32, thigh: f32, shin: f32| {
        let hip = (side(near) * b.hip * apart, b.hip_y);
        let knee = hang(hip, bone, thigh);
        [hip, knee, hang(knee, bone, shin)]
    };
    let pair = |apart: f32, near: (f32, f32), far: (f32, f32)| {
        [
            leg(true, apart, near.0, near.1),
            leg(false, apart, far.0, far.1),
        ]
    };
    match pose {
        Pose::Stand | Pose::Sleep => (pair(0.5, (1.5, 1.0), (-1.5, -1.0)), [0.3, -0.3], 0.0),
        Pose::Walk => (pair(0.2, (24.0, 6.0), (-16.0, -34.0)), [1.0, 1.0], 0.05),
        Pose::Run => (pair(0.15, (62.0, -4.0), (-22.0, -84.0)), [1.0, 1.0], 0.2),
        Pose::Jump => (pair(0.5, (40.0, -52.0), (-34.0, -74.0)), [0.8, 0.8], 0.0),
        Pose::Dance => (pair(0.5, (34.0, 4.0), (-12.0, -2.0)), [0.9, -0.2], -0.09),
        Pose::Sit => {
            let seat = |near: bool| {
                let s = side(near);
                let hip = (s * b.hip * 0.5, b.hip_y);
                let knee = (s * b.hip * 0.86, b.hip_y + bone * 0.3);
                [hip, knee, (knee.0 + s * 0.004, knee.1 + bone * 0.92)]
            };
            ([seat(true), seat(false)], [0.25, -0.25], 0.0)
        }
        Pose::Floor => {
            let fold = |near: bool| {
                let s = side(near);
                let hip = (s * b.hip * 0.5, b.hip_y);
                let knee = (s * (b.hip + bone * 0.56), b.hip_y + bone * 0.28);
                [hip, knee, (-s * bone * 0.12, b.hip_y + bone * 0.5)]
            };
            ([fold(true), fold(false)], [1.0, -1.0], 0.0)
        }
        Pose::Ride => (pair(0.1, (52.0, -6.0), (50.0, -6.0)), [1.0, 1.0], 0.03),
        Pose::Pedal => (pair(0.1, (70.0, -8.0), (34.0, -2.0)), [1.0, 1.0], 0.42),
        Pose::Board => (pair(0.4, (44.0, -14.0), (-34.0, 14.0)), [1.0, 1.0], 0.12),
        Pose::Kneel => (pair(0.2, (84.0, -2.0), (8.0, -86.0)), [1.0, -1.0], 0.04),
        Pose::Fly => (pair(0.3, (3.0, 5.0), (-10.0, -34.0)), [0.2, 0.2], 0.0),
    }
}

/// Returns both arms before the lean.
fn arms(b: &Build, person: &Person) -> [Chain; 2] {
    let bone = b.arm_bone;
    let side = |near: bool| if near { 1.0 } else { -1.0 };
    let shoulder = |near: bool| {
        (
            side(near) * (b.shoulder - b.arm * 0.42),
            b.shoulder_y + b.arm * 0.5,
        )
    };
    // An arm that hangs at two angles.
    let arm = |near: bool, upper: f32, fore: f32| {
        let s = shoulder(near);
        let elbow = hang(s, bone, upper);
        [s, elbow, hang(elbow, bone, fore)]
    };
    let both =
        |near: (f32, f32), far: (f32, f32)| [arm(true, near.0, near.1), arm(false, far.0, far.1)];
    // An arm whose hand is at a place; the elbow goes out.
    let to = |near: bool, hand: Joint| bent(shoulder(near), hand, bone, side(near));
    let chest = b.shoulder_y + bone * 0.98;
    match person.arms {
        Arms::Rest => both((9.0, 5.0), (-9.0, -5.0)),
        Arms::Raise => both((118.0, 168.0), (-9.0, -5.0)),
        Arms::Carry => [to(true, (0.035, chest)), to(false, (-0.035, chest))],
        Arms::Swing => both((-24.0, 8.0), (22.0, 44.0)),
        Arms::Pump => both((-52.0, 42.0), (40.0, 128.0)),
        Arms::Cheer => both((142.0, 164.0), (-142.0, -164.0)),
        Arms::Hips => {
            let y = b.hip_y - 0.05;
            [to(true, (b.hip * 1.1, y)), to(false, (-b.hip * 1.1, y))]
        }
        // Handlebars are low before a leaning trunk.
        Arms::Reach if person.pose == Pose::Pedal => both((58.0, 76.0), (62.0, 80.0)),
        Arms::Reach => both((40.0, 74.0), (46.0, 80.0)),
        Arms::Wield => both((30.0, 74.0), (-12.0, -6.0)),
        Arms::Fight => both((100.0, 132.0), (20.0, 96.0)),
        Arms::Think => [
            to(true, (b.head * 0.3, b.head_y + b.head * 1.36)),
            to(false, (b.shoulder * 0.5, chest + 0.03)),
        ],
        Arms::Spread => both((82.0, 96.0), (-82.0, -100.0)),
        Arms::Point => both((82.0, 94.0), (-9.0, -5.0)),
        Arms::Fist => both((168.0, 178.0), (-14.0, 20.0)),
        Arms::Shake => both((34.0, 82.0), (-9.0, -5.0)),
    }
}

/// Returns an arm of two equal bones from a shoulder to a hand, its elbow away from the trunk.
fn bent(shoulder: Joint, hand: Joint, bone: f32, side: f32) -> Chain {
    let (dx, dy) = (hand.0 - shoulder.0, hand.1 - shoulder.1);
    let far = (dx * dx + dy * dy).sqrt().max(1e-4);
    let k = (far / 2.0).min(bone * 0.999);
    let rise = (bone * bone - k * k).max(0.0).sqrt();
    let middle = (shoulder.0 + dx / far * k, shoulder.1 + dy / far * k);
    // The elbow goes to the side of the line that is farther out.
    let (nx, ny) = (-dy / far, dx / far);
    let out = if nx * side > 0.0 { 1.0 } else { -1.0 };
    [
        shoulder,
        (middle.0 + nx * rise * out, middle.1 + ny * rise * out),
        hand,
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rng::Rng;

    #[test]
    fn every_pose_keeps_its_bones_and_stays_in_its_box() {
        let poses = [
            Pose::Stand,
            Pose::Walk,
            Pose::Run,
            Pose::Jump,
            Pose::Dance,
            Pose::Sit,
            Pose::Floor,
            Pose::Ride,
            Pose::Pedal,
            Pose::Board,
            Pose::Kneel,
            Pose::Sleep,
            Pose::Fly,
        ];
        let arms = [
            Arms::Rest,
            Arms::Raise,
            Arms::Carry,
            Arms::Swing,
            Arms::Pump,
            Arms::Cheer,
            Arms::Hips,
            Arms::Reach,
            Arms::Wield,
            Arms::Fight,
            Arms::Think,
            Arms::Spread,
            Arms::Point,
            Arms::Fist,
            Arms::Shake,
        ];
        for noun in ["woman", "man", "girl", "baby"] {
            let mut person = Person::new(noun, &[], &mut Rng::new(5));
            for (pose, arms) in poses
                .iter()
                .flat_map(|p| arms.iter().map(move |a| (*p, *a)))
            {
                (person.pose, person.arms) = (pose, arms);
                let s = Skeleton::of(&person);
                let all = s.arms.iter().chain(&s.legs).flatten();
                assert!(
                    all.clone()
                        .all(|p| p.0.abs() <= s.reach && p.1 <= s.extent + 1e-3),
                    "{noun} {pose:?} {arms:?}"
                );
                assert!(all.clone().all(|p| p.0.is_finite() && p.1.is_finite()));
            }
        }
    }
}
