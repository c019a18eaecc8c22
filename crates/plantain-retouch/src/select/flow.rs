//! The smallest cut of a grid whose pixels hang on their eight neighbours: Boykov and Kolmogorov's two growing trees.

use std::collections::VecDeque;

/// Towards the neighbours; `d ^ 1` is the way back.
const DIRECTIONS: usize = 8;
const NO_PARENT: u8 = 255;
const TERMINAL: u8 = 254;
const ORPHAN: u8 = 253;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Tree {
    None,
    Source,
    Sink,
}

/// A grid with capacities, and one pixel of padding on all sides so that no step needs a check.
pub struct Flow {
    width: usize,
    height: usize,
    offsets: [isize; DIRECTIONS],
    /// Left over from a node towards each neighbour.
    capacity: Vec<[i32; DIRECTIONS]>,
    /// Left over from the source if positive, to the sink if negative.
    terminal: Vec<i32>,
    tree: Vec<Tree>,
    parent: Vec<u8>,
    stamp: Vec<u32>,
    distance: Vec<u32>,
    active: VecDeque<usize>,
    queued: Vec<bool>,
    orphans: VecDeque<usize>,
    time: u32,
}

impl Flow {
    pub fn new(width: usize, height: usize) -> Self {
        let stride = (width + 2) as isize;
        let nodes = (width + 2) * (height + 2);
        Self {
            width,
            height,
            offsets: [
                1,
                -1,
                stride,
                -stride,
                stride + 1,
                -stride - 1,
                stride - 1,
                -stride + 1,
            ],
            capacity: vec![[0; DIRECTIONS]; nodes],
            terminal: vec![0; nodes],
            tree: vec![Tree::None; nodes],
            parent: vec![NO_PARENT; nodes],
            stamp: vec![0; nodes],
            distance: vec![0; nodes],
            active: VecDeque::new(),
            queued: vec![false; nodes],
            orphans: VecDeque::new(),
            time: 0,
        }
    }

    fn node(&self, x: usize, y: usize) -> usize {
        (y + 1) * (self.width + 2) + x + 1
    }

    /// Sets what it costs to put a pixel on the source's or the sink's side.
    pub fn set_terminal(&mut self, x: usize, y: usize, source_cost: i32, sink_cost: i32) {
        let node = self.node(x, y);
        self.terminal[node] = sink_cost - source_cost;
    }

    /// Sets what it costs to part a pixel from its right, lower, lower right and lower left neighbour.
    pub fn set_links(&mut self, x: usize, y: usize, costs: [i32; 4]) {
        let node = self.node(x, y);
        let (right, below, left) = (x + 1 < self.width, y + 1 < self.height, x > 0);
        let inside = [right, below, right && below, left && below];
        for (k, (cost, inside)) in costs.into_iter().zip(inside).enumerate() {
            if inside {
                let other = node.wrapping_add_signed(self.offsets[2 * k]);
                self.capacity[node][2 * k] = cost;
                self.capacity[other][2 * k + 1] = cost;
            }
        }
    }

    /// Cuts, and returns for every pixel whether it is on the source's side.
    pub fn cut(mut self) -> Vec<bool> {
        for node in 0..self.terminal.len() {
            if self.terminal[node] != 0 {
                self.tree[node] = if self.terminal[node] > 0 {
                    Tree::Source
                } else {
                    Tree::Sink
                };
                self.parent[node] = TERMINAL;
                self.distance[node] = 1;
                self.activate(node);
            }
        }
        while let Some(node) = self.active.pop_front() {
            self.queued[node] = false;
            while self.tree[node] != Tree::None {
                let Some((from, direction)) = self.grow(node) else {
                    break;
                };
                self.time += 1;
                self.augment(from, direction);
                self.adopt();
            }
        }
        (0..self.width * self.height)
            .map(|i| self.tree[self.node(i % self.width, i / self.width)] == Tree::Source)
            .collect()
    }

    fn activate(&mut self, node: usize) {
        if !self.queued[node] {
            self.queued[node] = true;
            self.active.push_back(node);
        }
    }

    /// What is left over from `node`'s parent side through it to its neighbour, in the sense of `tree`.
    fn residual(&self, tree: Tree, node: usize, direction: usize, other: usize) -> i32 {
        if tree == Tree::Source {
            self.capacity[node][direction]
        } else {
            self.capacity[other][direction ^ 1]
        }
    }

    /// Grows the tree of `node` by its neighbours. Returns the edge, from the source's tree, that meets the other.
    fn grow(&mut self, node: usize) -> Option<(usize, usize)> {
        let tree = self.tree[node];
        for direction in 0..DIRECTIONS {
            let other = node.wrapping_add_signed(self.offsets[direction]);
            if self.residual(tree, node, direction, other) <= 0 {
                continue;
            }
            if self.tree[other] == Tree::None {
                self.tree[other] = tree;
                self.hang(other, direction ^ 1, node);
                self.activate(other);
            } else if self.tree[other] != tree {
                return Some(if tree == Tree::Source {
                    (node, direction)
                } else {
                    (other, direction ^ 1)
                });
            } else if self.stamp[other] <= self.stamp[node]
                && self.distance[other] > self.distance[node]
            {
                self.hang(other, direction ^ 1, node);
            }
        }
        None
    }

    fn hang(&mut self, node: usize, direction: usize, parent: usize) {
        self.parent[node] = direction as u8;
        self.stamp[node] = self.stamp[parent];
        self.distance[node] = self.distance[parent] + 1;
    }

    fn augment(&mut self, from: usize, direction: usize) {
        let to = from.wrapping_add_signed(self.offsets[direction]);
        let mut least = self.capacity[from][direction];
        for (start, tree) in [(from, Tree::Source), (to, Tree::Sink)] {
            let mut node = start;
            while self.parent[node] != TERMINAL {
                let up = usize::from(self.parent[node]);
                let parent = node.wrapping_add_signed(self.offsets[up]);
                // Flow runs from parent to child in the source's tree, from child to parent in the sink's.
                least = least.min(self.residual(tree, parent, up ^ 1, node));
                node = parent;
            }
            least = least.min(self.terminal[node].abs());
        }
        self.capacity[from][direction] -= least;
        self.capacity[to][direction ^ 1] += least;
        for (start, tree) in [(from, Tree::Source), (to, Tree::Sink)] {
            let mut node = start;
            while self.parent[node] != TERMINAL {
                let up = usize::from(self.parent[node]);
                let parent = node.wrapping_add_signed(self.offsets[up]);
                let (a, along, b) = if tree == Tree::Source {
                    (parent, up ^ 1, node)
                } else {
                    (node, up, parent)
                };
                self.capacity[a][along] -= least;
                self.capacity[b][along ^ 1] += least;
                if self.capacity[a][along] == 0 {
                    self.parent[node] = ORPHAN;
                    self.orphans.push_front(node);
                }
                node = parent;
            }
            self.terminal[node] -= if tree == Tree::Source { least } else { -least };
            if self.terminal[node] == 0 {
                self.parent[node] = ORPHAN;
                self.orphans.push_front(node);
            }
        }
    }

    fn adopt(&mut self) {
        while let Some(node) = self.orphans.pop_front() {
            let tree = self.tree[node];
            let mut best: Option<(u32, usize)> = None;
            for direction in 0..DIRECTIONS {
                let other = node.wrapping_add_signed(self.offsets[direction]);
                if self.tree[other] != tree || self.residual(tree, other, direction ^ 1, node) <= 0
                {
                    continue;
                }
                if let Some(distance) = self.distance_to_terminal(other)
                    && best.is_none_or(|(least, _)| distance < least)
                {
                    best = Some((distance, direction));
                }
            }
            match best {
                Some((distance, direction)) => {
                    self.parent[node] = direction as u8;
                    self.stamp[node] = self.time;
                    self.distance[node] = distance + 1;
                }
                None => self.free(node),
            }
        }
    }

    /// Returns how far `node` is from its terminal, or none when it hangs on an orphan.
    fn distance_to_terminal(&mut self, node: usize) -> Option<u32> {
        let mut steps = 0;
        let mut at = node;
        let total = loop {
            if self.stamp[at] == self.time {
                break steps + self.distance[at];
            }
            steps += 1;
            match self.parent[at] {
                TERMINAL => {
                    self.stamp[at] = self.time;
                    self.distance[at] = 1;
                    break steps;
                }
                ORPHAN | NO_PARENT => return None,
                up => at = at.wrapping_add_signed(self.offsets[usize::from(up)]),
            }
        };
        let (mut at, mut left) = (node, total);
        while self.stamp[at] != self.time {
            self.stamp[at] = self.time;
            self.distance[at] = left;
            left -= 1;
            at = at.wrapping_add_signed(self.offsets[usize::from(self.parent[at])]);
        }
        Some(total)
    }

    fn free(&mut self, node: usize) {
        let tree = self.tree[node];
        self.tree[node] = Tree::None;
        self.parent[node] = NO_PARENT;
        for direction in 0..DIRECTIONS {
            let other = node.wrapping_add_signed(self.offsets[direction]);
            if self.tree[other] != tree {
                continue;
            }
            if self.residual(tree, other, direction ^ 1, node) > 0 {
                self.activate(other);
            }
            let up = self.parent[other];
            if usize::from(up) == direction ^ 1 {
                self.parent[other] = ORPHAN;
                self.orphans.push_back(other);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plane::next_random;

    /// Energy of a labelling, true on the source's side.
    fn energy(costs: &[(i32, i32)], links: &[[i32; 4]], w: usize, h: usize, side: &[bool]) -> i32 {
        let mut sum = 0;
        for y in 0..h {
            for x in 0..w {
                let i = y * w + x;
                sum += if side[i] { costs[i].0 } else { costs[i].1 };
                let around = [(1, 0), (0, 1), (1, 1), (-1, 1)];
                for (k, (dx, dy)) in around.into_iter().enumerate() {
                    let (nx, ny) = (x as isize + dx, y as isize + dy);
                    if (0..w as isize).contains(&nx) && ny < h as isize {
                        let other = ny as usize * w + nx as usize;
                        if side[i] != side[other] {
                            sum += links[i][k];
                        }
                    }
                }
            }
        }
        sum
    }

    #[test]
    fn cut_is_the_smallest_of_all() {
        let (w, h) = (4, 3);
        let mut state = 7u32;
        for _ in 0..60 {
            let mut draw = |n: u32| (next_random(&mut state) % n) as i32;
            let costs: Vec<_> = (0..w * h).map(|_| (draw(20), draw(20))).collect();
            let links: Vec<_> = (0..w * h)
                .map(|_| [draw(9), draw(9), draw(9), draw(9)])
                .collect();
            let mut flow = Flow::new(w, h);
            for i in 0..w * h {
                flow.set_terminal(i % w, i / w, costs[i].0, costs[i].1);
                flow.set_links(i % w, i / w, links[i]);
            }
            let got = energy(&costs, &links, w, h, &flow.cut());
            let least = (0..1u32 << (w * h))
                .map(|bits| {
                    let side: Vec<bool> = (0..w * h).map(|i| bits >> i & 1 == 1).collect();
                    energy(&costs, &links, w, h, &side)
                })
                .min()
                .unwrap();
            assert_eq!(got, least);
        }
    }
}
