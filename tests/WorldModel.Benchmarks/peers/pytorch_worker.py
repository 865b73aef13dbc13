"""The benchmarks' work in PyTorch and NumPy, done by a process that stays and obeys lines.

    run WORK THREADS SECONDS    measures all forms of a work; answers "time<tab>FORM<tab>seconds of a run, a block each"
                                for every form, then "done", or "error<tab>what was wrong"
    quit                        ends it

It begins with "ready<tab>versions". A run of a form is what one run of ours is; its best form counts.
"""
import sys
import time

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

BLOCK = 0.03  # seconds
WARM_UP = 0.3  # seconds


def mlp(inputs, width, layers, outputs):
    sizes = [inputs] + [width] * layers
    hidden = [part for a, b in zip(sizes, sizes[1:]) for part in (nn.Linear(a, b), nn.SiLU())]
    return nn.Sequential(*hidden, nn.Linear(width, outputs))


def train(shape, batch):
    """One step of Adam on the mean squared error of 8 inputs and 4 outputs."""
    layers, width = (int(number) for number in shape.split("x"))
    net = mlp(8, width, layers, 4)
    optimizer = torch.optim.Adam(net.parameters(), 1e-3)
    x, y = torch.randn(int(batch), 8), torch.randn(int(batch), 4)

    def step():
        optimizer.zero_grad(set_to_none=True)
        F.mse_loss(net(x), y).backward()
        optimizer.step()

    return {"autograd": step}


def cem(networks, candidates, horizon):
    """Costs of candidate plans by an ensemble of 3×200 networks: 6 states, 2 actions."""
    networks, candidates, horizon = int(networks), int(candidates), int(horizon)
    nets = [mlp(8, 200, 3, 6) for _ in range(networks)]
    linears = [[part for part in net if isinstance(part, nn.Linear)] for net in nets]
    with torch.no_grad():
        weights = [torch.stack([linear.weight.t() for linear in layer]).contiguous() for layer in zip(*linears)]
        biases = [torch.stack([linear.bias for linear in layer]).unsqueeze(1) for layer in zip(*linears)]
    actions, goal = 0.1 * torch.randn(horizon, candidates, 2), torch.ones(6)

    @torch.inference_mode()
    def batched():
        state, cost = torch.zeros(networks, candidates, 6), torch.zeros(networks, candidates)
        for action in actions:
            h = torch.cat([state, action.expand(networks, -1, -1)], dim=-1)
            for w, b in zip(weights[:-1], biases[:-1]):
                h = F.silu(torch.baddbmm(b, h, w), inplace=True)
            state = state + 0.1 * torch.baddbmm(biases[-1], h, weights[-1])
            cost += (state - goal).square().sum(-1)
        return cost.mean(0)

    @torch.inference_mode()
    def modules():
        cost = torch.zeros(candidates)
        for net in nets:
            state = torch.zeros(candidates, 6)
            for action in actions:
                state = state + 0.1 * net(torch.cat([state, action], dim=-1))
                cost += (state - goal).square().sum(-1)
        return cost / networks

    return {"baddbmm": batched, "modules": modules}


def step(shape, steps):
    """One state through a network, a step at a time: 6 states, 2 actions. The time is that of all the steps."""
    layers, width = (int(number) for number in shape.split("x"))
    net = mlp(8, width, layers, 6).eval()
    frozen = torch.jit.freeze(torch.jit.trace(net, torch.zeros(1, 8)))
    actions = 0.1 * torch.randn(int(steps), 1, 2)

    def rollout(model):
        @torch.inference_mode()
        def run():
            state = torch.zeros(1, 6)
            for action in actions:
                state = state + 0.1 * model(torch.cat([state, action], dim=-1))
            return state

        return run

    return {"eager": rollout(net), "jit": rollout(frozen)}


def bptt(shape, batch, steps):
    """One step of Adam on the mean squared error of whole rollouts: 6 states, 2 actions."""
    layers, width = (int(number) for number in shape.split("x"))
    batch, steps = int(batch), int(steps)
    net = mlp(8, width, layers, 6)
    optimizer = torch.optim.Adam(net.parameters(), 1e-3)
    actions, targets, first = torch.randn(steps, batch, 2), torch.randn(steps, batch, 6), torch.randn(batch, 6)

    def update():
        optimizer.zero_grad(set_to_none=True)
        state, states = first, []
        for action in actions:
            state = state + 0.1 * net(torch.cat([state, action], dim=-1))
            states.append(state)
        F.mse_loss(torch.stack(states), targets).backward()
        optimizer.step()

    return {"autograd": update}


def world(runs, steps):
    """Projectiles with quadratic drag, fourth-order Runge-Kutta: x, y and their speeds, a row each."""
    runs, steps, dt = int(runs), int(steps), np.float32(0.01)
    gravity, drag = np.float32(9.81), np.float32(0.02)
    random = np.random.default_rng(0)
    speed, angle = random.uniform(10, 50, runs), random.uniform(0.2, 1.4, runs)
    first = np.stack([np.zeros(runs), np.zeros(runs), speed * np.cos(angle), speed * np.sin(angle)]).astype(np.float32)
    half, sixth, two = np.float32(dt / 2), np.float32(dt / 6), np.float32(2)

    def derivative(state):
        rate, velocity = np.empty_like(state), state[2:]
        rate[:2] = velocity
        rate[2:] = -drag * np.sqrt(velocity[0] * velocity[0] + velocity[1] * velocity[1]) * velocity
        rate[3] -= gravity
        return rate

    def simulate():
        state = first.copy()
        for _ in range(steps):
            k1 = derivative(state)
            k2 = derivative(state + half * k1)
            k3 = derivative(state + half * k2)
            k4 = derivative(state + dt * k3)
            state += sixth * (k1 + two * (k2 + k3) + k4)
        return state

    return {"NumPy": simulate}


class Jepa(nn.Module):
    """An encoder of 64×64 images and a predictor of the next image's code."""

    def __init__(self):
        super().__init__()
        channels = [1, 32, 64, 128, 128]
        layers = [part for a, b in zip(channels, channels[1:]) for part in (nn.Conv2d(a, b, 3, 2, 1), nn.SiLU())]
        self.encoder = nn.Sequential(*layers, nn.Flatten(), nn.Linear(128 * 16, 64))
        self.predictor = nn.Sequential(nn.Linear(64 + 2, 256), nn.SiLU(), nn.Linear(256, 64))


def conv(batch):
    """One step of Adam on the error of the predicted code, with the images in either order of memory."""
    return {"contiguous": encoder(int(batch), torch.contiguous_format), "channels last": encoder(int(batch), torch.channels_last)}


def encoder(batch, order):
    model = Jepa().to(memory_format=order)
    optimizer = torch.optim.Adam(model.parameters(), 1e-3)
    now, later = (torch.rand(batch, 1, 64, 64).contiguous(memory_format=order) for _ in range(2))
    action = torch.randn(batch, 2)

    def update():
        optimizer.zero_grad(set_to_none=True)
        code, target = model.encoder(now), model.encoder(later)
        error = F.mse_loss(model.predictor(torch.cat([code, action], dim=-1)), target)
        (error + F.relu(1 - (target.var(0) + 1e-4).sqrt()).mean()).backward()
        optimizer.step()

    return update


WORKS = {work.__name__: work for work in (train, cem, step, bptt, world, conv)}
made = {}
warm = set()


def forms_of(name):
    """Forms of a work such as train/2x128/64; made once, with the same random numbers each time."""
    if name not in made:
        kind, *sizes = name.split("/")
        torch.manual_seed(0)
        made[name] = WORKS[kind](*sizes)
    return made[name]


def duration(run, times):
    start = time.perf_counter()
    for _ in range(times):
        run()
    return time.perf_counter() - start


def warm_up(run):
    start, runs = time.perf_counter(), 0
    while time.perf_counter() - start < WARM_UP or runs < 3:
        run()
        runs += 1


def measure(run, seconds):
    """Seconds of one run, a block each."""
    times = max(1, round(BLOCK / max(1e-9, duration(run, 1))))
    blocks, end = [], time.perf_counter() + seconds
    while not blocks or time.perf_counter() < end:
        blocks.append(duration(run, times) / times)
    return blocks


def obey(name, threads, seconds):
    torch.set_num_threads(int(threads))
    for form, run in forms_of(name).items():
        if (name, form, threads) not in warm:
            warm_up(run)
            warm.add((name, form, threads))
        print("time", form, " ".join(f"{block:.4e}" for block in measure(run, float(seconds))), sep="\t", flush=True)
    print("done", flush=True)


def main():
    print("ready", f"Python {sys.version.split()[0]}, PyTorch {torch.__version__}, NumPy {np.__version__}", sep="\t", flush=True)
    for line in sys.stdin:
        command, *words = line.split()
        if command == "quit":
            return
        try:
            obey(*words)
        except Exception as problem:  # whatever it is, the one who asked shall read it
            print("error", f"{type(problem).__name__}: {problem}".replace("\n", " "), sep="\t", flush=True)


if __name__ == "__main__":
    main()
