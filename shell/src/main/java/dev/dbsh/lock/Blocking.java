package dev.dbsh.lock;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Who waits for whom, all of it as the server says: a queue of n sessions has about n²/2 such pairs.
 *
 * @param parties those that wait or are waited for, and others
 * @param blockers for each of them those that it waits for
 */
record Blocking(List<Party> parties, List<BitSet> blockers) {

    /** Joins parallel workers with their leaders, and finds the prepared transactions behind the server's pid 0. */
    static Blocking of(List<Party.Member> members) {
        Map<Integer, Integer> places = new HashMap<>();
        Map<Integer, Integer> leaders = new HashMap<>();
        List<Party> parties = new ArrayList<>();
        for (Party.Member member : members) {
            Integer pid = member.party().pid();
            Long leader = member.leader();
            if (pid == null || leader == null || leader.intValue() == pid) {
                if (pid != null) {
                    places.put(pid, parties.size());
                }
                parties.add(member.party());
            } else {
                leaders.put(pid, leader.intValue());
            }
        }
        for (Party.Member member : members) {
            Integer leader = leaders.get(member.party().pid());
            if (leader != null) {
                takeOver(parties, place(leader, places, parties), member.party());
            }
        }
        return linked(parties, places, leaders);
    }

    // What a worker waits for, its leader waits for.
    private static void takeOver(List<Party> parties, int leader, Party worker) {
        Party known = parties.get(leader);
        if (known.waitsFor() == null) {
            parties.set(leader, known.waitingFor(worker.waitsFor()));
        }
    }

    private static Blocking linked(List<Party> parties, Map<Integer, Integer> places, Map<Integer, Integer> leaders) {
        List<BitSet> blockers = new ArrayList<>();
        for (int at = 0; at < parties.size(); at++) {
            BitSet before = new BitSet();
            Wait wait = parties.get(at).waitsFor();
            if (wait != null) {
                for (int pid : wait.blockers()) {
                    if (pid == 0) {
                        addPrepared(wait, parties, before);
                    } else {
                        before.set(place(leaders.getOrDefault(pid, pid), places, parties));
                    }
                }
            }
            before.clear(at);
            blockers.add(before);
        }
        return new Blocking(parties, blockers);
    }

    private static void addPrepared(Wait wait, List<Party> parties, BitSet before) {
        for (int i = 0; i < parties.size(); i++) {
            if (parties.get(i).isPrepared() && parties.get(i).isInTheWayOf(wait)) {
                before.set(i);
            }
        }
    }

    private static int place(int pid, Map<Integer, Integer> places, List<Party> parties) {
        return places.computeIfAbsent(pid, unseen -> {
            parties.add(Party.unseen(unseen));
            return parties.size() - 1;
        });
    }
}
